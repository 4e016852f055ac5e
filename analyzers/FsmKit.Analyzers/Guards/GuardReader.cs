using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Analyzers.Guards;

/// <summary>
/// Reads the body of a guard as a formula. A part that it cannot read becomes a subject of its own, so that no conclusion is drawn from it.
/// </summary>
/// <param name="bodies">The bodies of methods and getters of the gclass.</param>
internal sealed class GuardReader(Func<IMethodSymbol, IOperation?> bodies)
{
    /// <summary>Maximum depth of guards that call each other. Deeper calls are rare.</summary>
    private const int Deepest = 8;

    private const int MostWays = 64;

    private int _depth;
    private int _ways;

    /// <summary>Returns the formula of a guard. A guard without a known body is a subject, which has the same value each time.</summary>
    public Formula Of(IMethodSymbol guard)
    {
        if (_depth == Deepest || bodies(guard) is not { } body)
        {
            return Question($"{guard.Name}()");
        }

        _ways = _depth == 0 ? 0 : _ways;
        _depth++;
        var formula = body is IBlockOperation block ? Statements(block.Operations, guard) : Of(body);
        _depth--;
        return formula;
    }

    private static Comparison Question(string name) => new(name, SubjectKind.Truth, Relation.Equal, true);

    /// <summary>
    /// Reads return statements, and if statements with the statements after them. A guard with many ifs becomes a subject, because each if
    /// doubles the paths.
    /// </summary>
    private Formula Statements(ImmutableArray<IOperation> statements, IMethodSymbol guard) => statements.IsEmpty || _ways > MostWays ? Question($"{guard.Name}()") : statements[0] switch
    {
        IReturnOperation { ReturnedValue: { } value } => Of(value),
        IBlockOperation block => Statements(block.Operations.AddRange(statements.RemoveAt(0)), guard),
        IConditionalOperation choice when ++_ways <= MostWays => Formula.If(
            Of(choice.Condition), Statements(statements.SetItem(0, choice.WhenTrue), guard),
            Statements(choice.WhenFalse is { } otherwise ? statements.SetItem(0, otherwise) : statements.RemoveAt(0), guard)),
        _ => Question($"{guard.Name}()"),
    };

    private Formula Of(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: bool known } } => known ? Formula.True : Formula.False,
        IParenthesizedOperation inner => Of(inner.Operand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not => Formula.Not(Of(not.Operand)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And, OperatorMethod: null } and => Formula.And(Of(and.LeftOperand), Of(and.RightOperand)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or, OperatorMethod: null } or => Formula.Or(Of(or.LeftOperand), Of(or.RightOperand)),
        IBinaryOperation compared when Comparisons.Of(compared) is { } comparison => comparison,
        IConditionalOperation { WhenFalse: { } otherwise } choice => Formula.If(Of(choice.Condition), Of(choice.WhenTrue), Of(otherwise)),
        IIsPatternOperation pattern when Patterns.Of(pattern.Value, pattern.Pattern) is { } matched => matched,
        IInvocationOperation { Instance: IInstanceReferenceOperation, Arguments.IsEmpty: true } call => Of(call.TargetMethod),
        IInvocationOperation { Instance: IInstanceReferenceOperation or null, TargetMethod: var method, Arguments: { Length: 1 } arguments } when arguments[0].Value is IParameterReferenceOperation && bodies(method) is not null => Of(method),
        IPropertyReferenceOperation { Instance: IInstanceReferenceOperation, Property.GetMethod: { } getter } when bodies(getter) is not null => Of(getter),
        _ => Question(Subjects.NameOf(value) ?? $"{value.Syntax.SyntaxTree.FilePath} {value.Syntax.Span}"),
    };
}
