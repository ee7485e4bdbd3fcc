"""A visitor without a browser: what Streamlit's page says to its server, over the same socket."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from types import TracebackType
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect


@dataclass
class SocketVisitor:
    """A context manager; `go` and `choose` give the seconds until the page was complete."""

    url: str
    pages: dict[str, str] = field(default_factory=dict)
    radios: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    received: int = 0
    _page: str = ""
    _connection: ClientConnection | None = None

    async def __aenter__(self) -> SocketVisitor:
        address = f"ws://{urlsplit(self.url).netloc}/_stcore/stream"
        self._connection = await connect(address, max_size=None)
        await self._run("overview")
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._connection is not None:
            await self._connection.close()

    async def go(self, page: str) -> float:
        """To another page, by its name in the address."""
        self.radios.clear()
        return await self._run(page)

    async def choose(self, radio: str, number: int) -> float:
        """Another entry of the list with that label."""
        id, options = self.radios[radio]
        return await self._run(self._page, {id: options[number]})

    async def _run(self, page: str, chosen: dict[str, str] | None = None) -> float:
        assert self._connection is not None
        self._page = page
        message = BackMsg()
        state = message.rerun_script
        state.page_script_hash = self.pages.get(page, "")
        state.page_name = "" if self.pages else page
        for id, value in (chosen or {}).items():
            state.widget_states.widgets.add(id=id, string_value=value)
        start = time.perf_counter()
        await self._connection.send(message.SerializeToString())
        while not self._is_the_end(await self._connection.recv()):
            pass
        return time.perf_counter() - start

    def _is_the_end(self, data: str | bytes) -> bool:
        """Take note of what a message brings; True when the page is complete."""
        message = ForwardMsg()
        message.ParseFromString(bytes(data, "utf-8") if isinstance(data, str) else data)
        self.received += len(data)
        if message.HasField("navigation"):
            self.pages = {p.url_pathname: p.page_script_hash for p in message.navigation.app_pages}
        if message.HasField("delta"):
            element = message.delta.new_element
            if element.HasField("radio"):
                options = list(element.radio.options)
                self.radios[element.radio.label] = (element.radio.id, options)
            if element.HasField("exception"):
                self.problems.append(element.exception.message)
            if element.HasField("html") and 'class="trouble"' in element.html.body:
                self.problems.append(element.html.body)
        return (
            message.HasField("script_finished")
            and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
        )
