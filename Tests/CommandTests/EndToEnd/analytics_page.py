"""Runs every question of docs/analytics.md in DuckDB and in pandas: both give the same rows, and some."""

import re
import sys

page = open(sys.argv[1], encoding="utf-8").read()
setup = re.search(r"```python setup\n(.*?)```", page, re.S).group(1)
space = {}
exec(setup, space)
questions = re.findall(r"### (\d+)\. (.*?)\n.*?```sql\n(.*?)```\n\n```python\n(.*?)```", page, re.S)
faults = 0
for number, title, sql, code in questions:
    exec(code, space)
    asked = space["db"].execute(sql)
    columns = [column[0] for column in asked.description]
    clean = lambda rows: [
        tuple(None if value is None or value != value else value for value in row) for row in rows
    ]
    first, second = clean(asked.fetchall()), clean(space["answer"].itertuples(index=False, name=None))
    if not first or first != second or columns != list(space["answer"].columns):
        faults += 1
        print(f"{number}. {title}: {columns} {first[:3]} against {list(space['answer'].columns)} {second[:3]}")
print(f"{len(questions)} questions, {faults} faults")
sys.exit(1 if faults or len(questions) != 10 else 0)
