"""Questions in Cypher, and their answers.

from queries import run, all_queries
"""

from queries.catalog import Query as Query
from queries.catalog import all_queries as all_queries
from queries.catalog import get_query as get_query
from queries.run import Result as Result
from queries.run import run as run
from queries.run import suggestions as suggestions
