"""What `data/site.yml` says about policies: kinds, topics, who is bound, and the words that bind."""

from drws.domains.diary.duty.record import Strength
from drws.kernel.entity import Part
from drws.kernel.ids import ActorId
from drws.kernel.names import AlternateNames
from drws.kernel.term import Term


class PolicyRole(Term):
    """Somebody whom clauses bind: `by=` names them in the text of a policy."""

    actor_ids: tuple[ActorId, ...] = ()
    """The bodies, posts, regions, authorities or organizations that it is, on whose pages it can stand. Left out where no record is it."""


class StrengthWords(Part):
    """The words by which a clause says how far it binds."""

    strength: Strength
    """`must` or `should`."""
    said: AlternateNames
    """The words in each language, in every form that a text has: `{cy: [dylai, dylid], en: [should]}`."""


class PolicySettings(Part):
    """The lists that policies share."""

    policy_types: tuple[Term, ...] = ()
    """The kinds of policy, in the order of lists."""
    policy_topics: tuple[Term, ...] = ()
    """What policies are about."""
    policy_roles: tuple[PolicyRole, ...] = ()
    """Whom clauses bind."""
    strength_words: tuple[StrengthWords, ...] = ()
    """The words that say *must* and *should*. Without them nothing is marked."""
