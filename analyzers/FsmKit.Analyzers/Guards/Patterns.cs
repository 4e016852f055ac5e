using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Analyzers.Guards;

/// <summary>Reads patterns that compare with constants as formulas.</summary>
internal static class Patterns
{
    /// <summary>Returns the formula of a pattern; null when the pattern does more.</summary>
    public static Formula? Of(IOperation subject, IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation { Value: var value } when Comparisons.Constant(value) is { } constant => Comparisons.With(subject, BinaryOperatorKind.Equals, constant.Value),
        IRelationalPatternOperation { Value: var value } relation when Comparisons.Constant(value) is { } constant => Comparisons.With(subject, relation.OperatorKind, constant.Value),
        INegatedPatternOperation not when Of(subject, not.Pattern) is { } inner => Formula.Not(inner),
        IBinaryPatternOperation both when Of(subject, both.LeftPattern) is { } left && Of(subject, both.RightPattern) is { } right =>
            both.OperatorKind == BinaryOperatorKind.And ? Formula.And(left, right) : Formula.Or(left, right),
        _ => null,
    };
}
