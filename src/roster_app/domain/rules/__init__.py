"""The rules of rostering: each is checked in one file here and nowhere else."""

from roster_app.domain.rules.causes import CAUSE_OF, Cause
from roster_app.domain.rules.judge import Judge
from roster_app.domain.rules.violation import Rule, Severity, Violation

__all__ = ["CAUSE_OF", "Cause", "Judge", "Rule", "Severity", "Violation"]
