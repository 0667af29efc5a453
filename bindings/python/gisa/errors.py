"""What can go wrong: one class a code of docs/json.md."""


class Error(Exception):
    """`message` says what and where, `hint` what to do about it; it may be empty."""

    code = "internal"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class UsageError(Error, ValueError):
    code = "usage"


class InputError(Error, LookupError):
    code = "input"


class OutputError(Error, OSError):
    code = "output"


class DatabaseMissing(Error, FileNotFoundError):
    code = "database_missing"


class DatabaseForeign(Error):
    code = "database_foreign"


class DatabaseDamaged(Error):
    code = "database_damaged"


class DatabaseBusy(Error):
    code = "database_busy"


class Timeout(Error, TimeoutError):
    code = "timeout"


class Cancelled(Error):
    code = "cancelled"


class InternalError(Error):
    code = "internal"


_CLASSES: dict[str, type[Error]] = {cls.code: cls for cls in Error.__subclasses__()}


def error_of(code: str, message: str, hint: str) -> Error:
    return _CLASSES[code](message, hint)
