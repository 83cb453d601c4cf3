"""The posts of a checkpoint, one line each; one of them open at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roster_app.domain.ids import PostId, new_id
from roster_app.domain.people import Qualification
from roster_app.gui.places.checks import Remark
from roster_app.gui.places.post_editor import PostEditor
from roster_app.gui.places.written import WrittenPost
from roster_app.gui.widgets import LinkButton, SectionTitle, TextLabel, measures_of
from roster_app.i18n import _


class PostsSection(QWidget):
    """Shows and answers with `WrittenPost` values in their order."""

    changed = Signal()  # the person changed something
    opened = Signal(object)  # the line of a post, just opened: it is to be brought into sight

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._qualifications: tuple[Qualification, ...] = ()
        self._editors: list[PostEditor] = []
        self._title = SectionTitle(_("Posts"))
        self._none = TextLabel(
            _("Who stands here? Add a post for each role: leader, temperature check, registration …"),
            "second",
            wraps=True,
        )
        add = LinkButton(_("Add a post"), "plus")
        add.clicked.connect(self._on_add)
        self._title.add_trailing(add)
        measures = measures_of(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._title)
        self._column.addSpacing(measures.tight)
        self._column.addWidget(self._none)

    @property
    def posts(self) -> tuple[WrittenPost, ...]:
        """The posts as written, in their order."""
        return tuple(editor.post for editor in self._editors)

    def show_posts(self, posts: Sequence[WrittenPost], qualifications: Sequence[Qualification]) -> None:
        """Show these without telling anyone; the one that is open stays open."""
        self._qualifications = tuple(qualifications)
        opened = {editor.post.id for editor in self._editors if editor.is_open}
        while len(self._editors) > len(posts):
            self._drop(self._editors[-1])
        while len(self._editors) < len(posts):
            self._append()
        for editor, post in zip(self._editors, posts, strict=True):
            editor.show_post(post, self._qualifications)
            editor.set_open(post.id in opened)
        self._none.setVisible(not posts)

    def show_remark(self, words: str) -> None:
        """A quiet word beside the title: how many people the posts take."""
        self._title.set_texts(_("Posts"), words)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """What is wrong or striking about each post."""
        for editor in self._editors:
            editor.show_remarks([remark for remark in remarks if remark.part == editor.post.id])

    def focus_field(self, post_id: int, name: str) -> None:
        """Open a post and put the keyboard into one of its fields."""
        for editor in self._editors:
            if editor.post.id == post_id:
                self._on_opened(editor)
                editor.focus_field(name)

    def take_pending(self) -> None:
        """Take what was typed and not yet confirmed."""
        for editor in self._editors:
            editor.take_pending()

    def close_all(self) -> None:
        """Only the lines."""
        self._close_others(None)

    def _on_add(self) -> None:
        post = WrittenPost(PostId(new_id()))
        self.show_posts([*self.posts, post], self._qualifications)
        self.focus_field(post.id, "name")
        self.changed.emit()

    def _append(self) -> None:
        editor = PostEditor()
        editor.changed.connect(self.changed)
        editor.opened.connect(partial(self._on_opened, editor))
        editor.move_wished.connect(partial(self._move, editor))
        editor.removal_wished.connect(partial(self._remove, editor))
        self._editors.append(editor)
        self._column.addWidget(editor)
        editor.show()

    def _drop(self, editor: PostEditor) -> None:
        self._editors.remove(editor)
        self._column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()

    def _on_opened(self, editor: PostEditor) -> None:
        self._close_others(editor)
        self.opened.emit(editor)

    def _close_others(self, kept: PostEditor | None) -> None:
        for editor in self._editors:
            if editor is not kept:
                editor.set_open(False)

    def _move(self, editor: PostEditor, step: int) -> None:
        posts = list(self.posts)
        at = self._editors.index(editor)
        to = at + step
        if not 0 <= to < len(posts):
            return
        posts.insert(to, posts.pop(at))
        self.show_posts(posts, self._qualifications)
        self._editors[to].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _remove(self, editor: PostEditor) -> None:
        gone = editor.post.id
        self.show_posts([post for post in self.posts if post.id != gone], self._qualifications)
        self.changed.emit()
