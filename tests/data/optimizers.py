"""Reference traces of PyTorch's optimizers, for tests/descent.rs.

    python3 -m venv env && env/bin/pip install torch && env/bin/python optimizers.py > optimizers.jsonl

Written with PyTorch 2.15.0 on a CPU in float64. One line a run: the optimizer by its name in a link, its numbers, the
function, the start, and the points after every step that is listed, with 17 significant digits.
"""

import json
import torch

FUNCTIONS = {
    "(4*x+1)^2": ([1.0], lambda x: (4 * x[0] + 1) ** 2),
    "(1 - x)^2 + 100*(y - x^2)^2": ([-1.2, 1.0], lambda x: (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2),
    "(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2": (
        [1.0, 1.0],
        lambda x: (1.5 - x[0] + x[0] * x[1]) ** 2
        + (2.25 - x[0] + x[0] * x[1] ** 2) ** 2
        + (2.625 - x[0] + x[0] * x[1] ** 3) ** 2,
    ),
    # The logistic loss of a line over five points, two of which lie on the wrong side.
    "softplus(-(w*0.5 + b)) + softplus(w*(-1) + b) + softplus(-(w*2 + b)) + softplus(w*1.5 + b) "
    "+ softplus(-(w*(-0.5) + b)) + 0.01*(w^2 + b^2)": (
        [0.3, -0.2],
        lambda p: sum(
            torch.nn.functional.softplus(-sign * (p[0] * at + p[1]), threshold=1e9)
            for at, sign in [(0.5, 1), (-1.0, -1), (2.0, 1), (1.5, -1), (-0.5, 1)]
        )
        + 0.01 * (p[0] ** 2 + p[1] ** 2),
    ),
}

# Rates small enough that no run diverges or, with RMSprop, trembles around the valley floor: there rounding grows from
# step to step, and no two computers agree.
RUNS = [
    ("gd", {}, lambda p, lr: torch.optim.SGD(p, lr), [0.01, 0.001, 0.005, 0.1]),
    ("momentum", {"mu": 0.9}, lambda p, lr: torch.optim.SGD(p, lr, momentum=0.9), [0.005, 0.0003, 0.002, 0.05]),
    (
        "nesterov",
        {"mu": 0.9},
        lambda p, lr: torch.optim.SGD(p, lr, momentum=0.9, nesterov=True),
        [0.005, 0.0003, 0.002, 0.05],
    ),
    ("adagrad", {"eps": 1e-10}, lambda p, lr: torch.optim.Adagrad(p, lr), [0.3, 0.1, 0.1, 0.3]),
    (
        "rmsprop",
        {"beta": 0.9, "eps": 1e-8},
        lambda p, lr: torch.optim.RMSprop(p, lr, alpha=0.9),
        [0.003, 0.001, 0.003, 0.001],
    ),
    (
        "adam",
        {"beta1": 0.9, "beta2": 0.999, "eps": 1e-8},
        lambda p, lr: torch.optim.Adam(p, lr),
        [0.1, 0.02, 0.05, 0.1],
    ),
]

torch.set_default_dtype(torch.float64)
for name, knobs, make, rates in RUNS:
    for (text, (start, function)), rate in zip(FUNCTIONS.items(), rates):
        x = torch.tensor(start, requires_grad=True)
        optimizer = make([x], rate)
        trace = []
        for step in range(1, 201):
            optimizer.zero_grad()
            function(x).backward()
            optimizer.step()
            if step <= 5 or step % 20 == 0:
                trace.append({"step": step, "at": x.tolist()})
        record = {"optimizer": name, "rate": rate, "knobs": knobs, "function": text, "start": start, "trace": trace}
        print(json.dumps(record))
