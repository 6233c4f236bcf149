"""Explanations of errors of libraries, by their messages; the first that fits is taken."""

from __future__ import annotations

from mlmath_tutor.engine.runner.child.rules import rule

RULES = (
    # NumPy
    rule(
        "ValueError",
        "broadcast",
        r"could not be broadcast together with shapes (?P<left>\(.*?\)) (?P<right>\(.*?\))",
    ),
    rule(
        "ValueError",
        "matmul",
        r"matmul: Input operand 1 has a mismatch .*"
        r"\(size (?P<rows>\d+) is different from (?P<columns>\d+)\)",
    ),
    rule(
        "ValueError",
        "into",
        r"could not broadcast input array from shape (?P<given>\(.*?\)) into shape "
        r"(?P<place>\(.*?\))",
    ),
    rule("ValueError", "einsum", r"together with remapped shapes \[.*\]: (?P<shapes>.*\))"),
    rule("ValueError", "product", r"shapes (?P<left>\(.*?\)) and (?P<right>\(.*?\)) not aligned"),
    rule(
        "ValueError",
        "reshape",
        r"cannot reshape array of size (?P<size>\d+) into shape (?P<shape>\(.*?\))",
    ),
    rule("ValueError", "truth", r"truth value of an array with more than one element"),
    rule("ValueError", "ragged", r"setting an array element with a sequence"),
    rule(
        "ValueError",
        "join-dimensions",
        r"must have same number of dimensions.* has (?P<left>\d+) dim.* has (?P<right>\d+) dim",
    ),
    rule("ValueError", "read-only", r"destination is read-only"),
    rule("ValueError", "empty", r"zero-size array to reduction"),
    rule("ValueError", "integer-power", r"negative integer powers are not allowed"),
    rule("ValueError", "probabilities", r"[Pp]robabilities do not sum to 1|sum\(pvals.* > 1"),
    rule("ValueError", "mean-cov", r"mean and cov must have same length"),
    rule("ValueError", "negative-scale", r"^(scale|scale\w*|sigma) < 0"),
    rule("ValueError", "low-high", r"low >= high|high - low"),
    rule("AxisError", "axis", r"axis (?P<axis>-?\d+) is out .* dimension (?P<dimensions>\d+)"),
    rule("TypeError", "shape-tuple", r"Cannot interpret '\d+' as a data type"),
    rule("UFuncTypeError", "cast-in-place", r"Cannot cast ufunc .* output from .*float"),
    rule("UFuncTypeError", "array-of-text", r"did not contain a loop with signature"),
    rule("LinAlgError", "no-convergence", r"did not converge"),
    rule("ValueError", "concatenate", r"all the input array dimensions except for the concat"),
    rule("LinAlgError", "singular", r"[Ss]ingular matrix"),
    rule("LinAlgError", "positive-definite", r"not positive definite"),
    rule("LinAlgError", "square", r"must be square"),
    rule("TypeError", "scalar", r"only (length-1|0-dimensional) arrays can be converted"),
    rule("TypeError", "index-type", r"only integer scalar arrays can be converted"),
    rule(
        "IndexError",
        "index-axis",
        r"index (?P<index>-?\d+) is out of bounds for axis (?P<axis>\d+) with size (?P<size>\d+)",
    ),
    rule(
        "IndexError",
        "too-many-indices",
        r"array is (?P<dimensions>\d+)-dimensional, but (?P<given>\d+) were indexed",
    ),
    rule(
        "IndexError",
        "mask",
        r"boolean index did not match .* axis (?P<axis>\d+); size of axis is (?P<size>\d+) "
        r"but size of corresponding boolean axis is (?P<given>\d+)",
    ),
    rule("IndexError", "index-type", r"only integers, slices|must be of integer"),
    # Matplotlib
    rule(
        "ValueError",
        "plot-lengths",
        r"same first dimension, but have shapes (?P<left>\(.*?\)) and (?P<right>\(.*?\))",
    ),
    rule("ValueError", "plot-sizes", r"x and y must be the same size"),
    rule("ValueError", "colour", r"Invalid RGBA argument|is not a valid value for .*color"),
    # SciPy
    rule("ValueError", "bracketing", r"f\(a\) and f\(b\) must have different signs"),
    # scikit-learn
    rule("ValueError", "one-dimensional", r"Expected 2D array, got 1D array instead"),
    rule(
        "ValueError",
        "samples",
        r"inconsistent numbers of samples: \[(?P<left>\d+), (?P<right>\d+)\]",
    ),
    rule(
        "ValueError",
        "features",
        r"X has (?P<given>\d+) features, but \w+ is expecting (?P<expects>\d+) features",
    ),
    rule("ValueError", "one-class", r"data contains only one class|number of classes has to be gr"),
    rule("ValueError", "classes", r"Unknown label type"),
    rule("ValueError", "text-data", r"not compatible with arrays of bytes/strings"),
    rule("NotFittedError", "not-fitted", r"This (?P<name>\w+) instance is not fitted"),
    rule("ValueError", "nan", r"contains NaN|contains infinity"),
    # PyTorch
    rule(
        "RuntimeError",
        "linear",
        r"mat1 and mat2 shapes cannot be multiplied \(\d+x(?P<given>\d+) and (?P<expects>\d+)x",
        through="torch/nn/modules/linear.py",
    ),
    rule(
        "RuntimeError",
        "linear",
        r"mat \(\d+x(?P<expects>\d+)\), vec \((?P<given>\d+)\)",
        through="torch/nn/modules/linear.py",
    ),
    rule("RuntimeError", "product", r"mat \((?P<left>\S+)\), vec \((?P<right>\S+)\)"),
    rule(
        "RuntimeError",
        "sizes",
        r"expected tensor \[(?P<left>\d+)\] and src \[(?P<right>\d+)\] to have the same number",
    ),
    rule(
        "IndexError",
        "index-axis",
        r"index (?P<index>-?\d+) is out of bounds for dimension (?P<axis>\d+) with size "
        r"(?P<size>\d+)",
    ),
    rule(
        "IndexError",
        "dimension",
        r"Dimension out of range \(expected to be in range of \[(?P<first>-?\d+), (?P<last>\d+)\]"
        r", but got (?P<axis>-?\d+)",
    ),
    rule("RuntimeError", "truth", r"Boolean value of Tensor with more than one value"),
    rule(
        "RuntimeError",
        "reshape",
        r"shape '(?P<shape>\[.*?\])' is invalid for input of size (?P<size>\d+)",
    ),
    rule("RuntimeError", "concatenate", r"Sizes of tensors must match except in dimension"),
    rule("_LinAlgError", "singular", r"singular"),
    rule("_LinAlgError", "positive-definite", r"not positive-definite"),
    rule("RuntimeError", "square", r"must be batches of square matrices"),
    rule("RuntimeError", "labels", r"expected (target dtype to be|scalar type) Long"),
    rule("IndexError", "labels-range", r"Target (?P<given>-?\d+) is out of bounds"),
    rule("RuntimeError", "between", r"all elements of input should be between 0 and 1"),
    rule("RuntimeError", "float-needed", r"must be either a floating point or complex dtype"),
    rule("RuntimeError", "float-needed", r"Only Tensors of floating point and complex dtype can"),
    rule("RuntimeError", "float-needed", r"result type Float can't be cast to .*(Long|Int|Short)"),
    rule("TypeError", "tensor-needed", r"must be Tensor, not (?P<type>[\w.]+)"),
    rule("TypeError", "tensor-needed", r"expected Tensor as .*, but got (?P<type>[\w.]+)"),
    rule("RuntimeError", "item", r"cannot be converted to Scalar"),
    rule("ValueError", "item", r"only one element tensors can be converted"),
    rule("RuntimeError", "modified", r"modified by an inplace operation"),
    rule(
        "RuntimeError",
        "channels",
        r"to have (?P<expects>\d+) channels, but got (?P<given>\d+) channels",
    ),
    rule("ValueError", "no-parameters", r"optimizer got an empty parameter list"),
    rule("AttributeError", "super-init", r"before Module\.__init__\(\) call"),
    rule(
        "RuntimeError",
        "product",
        r"mat1 and mat2 shapes cannot be multiplied \((?P<left>\S+) and (?P<right>\S+)\)",
    ),
    rule(
        "RuntimeError",
        "sizes",
        r"size of tensor a \((?P<left>\d+)\) must match the size of tensor b \((?P<right>\d+)\)",
    ),
    rule("RuntimeError", "requires-grad", r"element 0 of tensors does not require grad"),
    rule("RuntimeError", "backward-twice", r"backward through the graph a second time"),
    rule("RuntimeError", "in-place", r"leaf Variable that requires grad is being used in an in-pl"),
    rule("RuntimeError", "detach", r"Can't call numpy\(\) on Tensor that requires grad"),
    rule("RuntimeError", "scalar-loss", r"grad can be implicitly created only for scalar outputs"),
    rule(
        "RuntimeError",
        "dtype",
        r"(expected scalar type|same dtype, but got:?) "
        r"(?P<left>\w+) (but found|!=|and) (?P<right>\w+)",
    ),
)
