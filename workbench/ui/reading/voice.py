"""The system's own voice, where there is one: a program of the machine that reads aloud what it is given."""

from PySide6.QtCore import QObject, QProcess, QStandardPaths, Signal, Slot

_WINDOWS = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "$voice.SelectVoiceByHints('NotSet', 'NotSet', 0, 'fr-FR'); $voice.Speak([Console]::In.ReadToEnd())"
)
SPEAKERS = (
    ("say", ("-f", "-")),
    ("powershell", ("-NoProfile", "-NonInteractive", "-Command", _WINDOWS)),
    ("espeak-ng", ("-v", "fr", "-s", "150", "--stdin")),
    ("espeak", ("-v", "fr", "-s", "150", "--stdin")),
)
"""Programs that speak what they read on their standard input: what is said never shows in a list of processes."""


class Voice(QObject):
    """Reads aloud, one thing at a time; emits whether it is speaking."""

    speaking = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        """Look for the voice of this machine."""
        super().__init__(parent)
        self._program, self._arguments = next(
            ((found, args) for name, args in SPEAKERS if (found := QStandardPaths.findExecutable(name))), ("", ())
        )
        self._process = QProcess(self)
        self._process.stateChanged.connect(self._tell)

    @property
    def exists(self) -> bool:
        """Say whether this machine has a voice."""
        return bool(self._program)

    @property
    def is_speaking(self) -> bool:
        """Say whether something is being read."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def say(self, text: str) -> None:
        """Read a text, instead of what was being read."""
        self.stop()
        self._process.start(self._program, list(self._arguments))
        self._process.write(text.encode())
        self._process.closeWriteChannel()

    @Slot()
    def stop(self) -> None:
        """Be silent."""
        if self.is_speaking:
            self._process.kill()
            self._process.waitForFinished(500)

    @Slot()
    def _tell(self) -> None:
        self.speaking.emit(self.is_speaking)
