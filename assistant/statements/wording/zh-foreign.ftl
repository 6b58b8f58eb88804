### The line that a question in another language gets in its own: the same as in en-foreign.ftl.

foreign-german = Die Frage ist auf Deutsch; Footnote antwortet auf Englisch und Chinesisch.
foreign-french = La question est en français ; Footnote répond en anglais et en chinois.
foreign-spanish = La pregunta está en español; Footnote responde en inglés y en chino.
foreign-italian = La domanda è in italiano; Footnote risponde in inglese e in cinese.
foreign-portuguese = A pergunta está em português; Footnote responde em inglês e em chinês.
foreign-dutch = De vraag is in het Nederlands; Footnote antwoordt in het Engels en het Chinees.
foreign-japanese = ご質問は日本語です。Footnoteは英語と中国語で回答します。
foreign-korean = 질문이 한국어입니다. Footnote는 영어와 중국어로 답합니다.
foreign-russian = Вопрос на русском языке; Footnote отвечает на английском и китайском.
foreign-arabic = السؤال بالعربية؛ يجيب Footnote بالإنجليزية والصينية.
foreign-hindi = प्रश्न हिन्दी में है; Footnote अंग्रेज़ी और चीनी में उत्तर देता है।
foreign-thai = คำถามเป็นภาษาไทย Footnote ตอบเป็นภาษาอังกฤษและจีน
foreign-greek = Η ερώτηση είναι στα ελληνικά· το Footnote απαντά στα αγγλικά και τα κινεζικά.
foreign-hebrew = השאלה בעברית; Footnote עונה באנגלית ובסינית.
