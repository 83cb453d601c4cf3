"""Sign-up chains (接龙): a robust reader of what people paste from their groups."""

from roster_app.exchange.chain.reader import read_chain

__all__ = ["read_chain"]
