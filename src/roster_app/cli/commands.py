"""Every command by its name; importing this module loads the use cases, so it is imported when one is called."""

from collections.abc import Callable, Mapping

from roster_app.cli.answer_commands import forecast, repair, why
from roster_app.cli.call import Call
from roster_app.cli.chain_commands import import_chain
from roster_app.cli.demo import demo
from roster_app.cli.exit_codes import ExitCode
from roster_app.cli.export_commands import export, import_everything, import_roster
from roster_app.cli.file_command import import_file
from roster_app.cli.group_text_commands import group_text
from roster_app.cli.handover_commands import hand_over
from roster_app.cli.inspect_command import import_inspect
from roster_app.cli.ledger_commands import posted
from roster_app.cli.outcome import Outcome
from roster_app.cli.people_commands import import_list, list_people
from roster_app.cli.roster_commands import check, generate, list_rosters, publish
from roster_app.cli.sheet_commands import back_up, print_sheets
from roster_app.cli.team_commands import team

COMMANDS: Mapping[str, Callable[[Call], ExitCode | Outcome]] = {
    "demo": demo,
    "team": team,
    "people": list_people,
    "import": import_list,
    "import inspect": import_inspect,
    "import file": import_file,
    "import chain": import_chain,
    "chain": group_text,
    "rosters": list_rosters,
    "generate": generate,
    "check": check,
    "why": why,
    "repair": repair,
    "forecast": forecast,
    "publish": publish,
    "posted": posted,
    "print": print_sheets,
    "handover": hand_over,
    "backup": back_up,
    "export": export,
    "import roster": import_roster,
    "import everything": import_everything,
}
