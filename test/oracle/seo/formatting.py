"""The list of active formatting elements and the adoption agency (HTML Standard, 13.2.4.3 and 13.2.6.4.7)."""
from elements import HTML, Element


class ActiveFormatting:
    """The part of the builder that keeps `self.formatting`, where None stands for a marker."""

    def push_formatting(self, element):
        alike = 0
        for index in range(len(self.formatting) - 1, -1, -1):
            other = self.formatting[index]
            if other is None:
                break
            if other.name == element.name and other.attributes == element.attributes:
                alike += 1
                if alike == 3:
                    del self.formatting[index]
                    break
        self.formatting.append(element)

    def clear_to_marker(self):
        while self.formatting and self.formatting.pop() is not None:
            pass

    def copy(self, element):
        """A copy that the parser makes; no tag of the source, so no record."""
        copied = Element(element.name, HTML, element.attributes)
        copied.in_template = element.in_template
        return copied

    def reconstruct(self):
        entries = self.formatting
        if not entries or entries[-1] is None or entries[-1] in self.stack:
            return
        index = len(entries) - 1
        while index > 0 and entries[index - 1] is not None and entries[index - 1] not in self.stack:
            index -= 1
        for at in range(index, len(entries)):
            entries[at] = self.copy(entries[at])
            self.stack.append(entries[at])

    def last_formatting(self, name):
        for entry in reversed(self.formatting):
            if entry is None:
                return None
            if entry.name == name:
                return entry
        return None

    def adopt(self, name):
        """The adoption agency algorithm, for the stack and the list alone; False: any other end tag."""
        current = self.stack[-1]
        if current.name == name and current.namespace == HTML and current not in self.formatting:
            self.stack.pop()
            return True
        for _ in range(8):
            formatting = self.last_formatting(name)
            if formatting is None:
                return False
            if formatting not in self.stack:
                self.formatting.remove(formatting)
                return True
            if not self.in_scope_element(formatting):
                return True
            at = self.stack.index(formatting)
            furthest = next((node for node in self.stack[at + 1 :] if node.special), None)
            if furthest is None:
                del self.stack[at:]
                self.formatting.remove(formatting)
                return True
            self._rehang(formatting, furthest)
        return True

    def _rehang(self, formatting, furthest):
        bookmark = self.formatting.index(formatting)
        index = self.stack.index(furthest)
        last, counter = furthest, 0
        while True:
            counter += 1
            index -= 1
            node = self.stack[index]
            if node is formatting:
                break
            if counter > 3 and node in self.formatting:
                where = self.formatting.index(node)
                del self.formatting[where]
                bookmark -= where < bookmark
            if node not in self.formatting:
                del self.stack[index]
                continue
            copied = self.copy(node)
            self.formatting[self.formatting.index(node)] = copied
            self.stack[index] = copied
            if last is furthest:
                bookmark = self.formatting.index(copied) + 1
            last = copied
        copied = self.copy(formatting)
        where = self.formatting.index(formatting)
        self.formatting.insert(bookmark, copied)
        del self.formatting[where + (bookmark <= where)]
        self.stack.remove(formatting)
        self.stack.insert(self.stack.index(furthest) + 1, copied)
