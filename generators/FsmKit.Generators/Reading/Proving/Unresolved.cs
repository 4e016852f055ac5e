using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Generators.Reading.Proving;

/// <summary>
/// Judges code that does not compile yet. Generated members do not exist while the generator reads: ChangeState, CurrentState and IsIn bind
/// to nothing, and a gclass accepts no event yet. Their effect is known only where no conversion and no operator of the author can
/// intervene.
/// </summary>
internal static class Unresolved
{
    /// <summary>Whether an operation that does not bind will be a generated member that does not lead back.</summary>
    public static bool IsGenerated(IInvalidOperation operation) => operation.Syntax switch
    {
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Post" } } => true,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: KnownNames.ChangeState or KnownNames.IsIn }, ArgumentList.Arguments.Count: 1 } => IsState(operation),
        IdentifierNameSyntax { Identifier.ValueText: KnownNames.ChangeState or KnownNames.IsIn or "Post" or KnownNames.CurrentState } => true,
        _ => false,
    };

    /// <summary>Whether a value of an unknown type is used where only a state is possible.</summary>
    public static bool IsUsedPlainly(IOperation operation)
    {
        if (operation.Type is not { TypeKind: TypeKind.Error })
        {
            return true;
        }

        var child = operation;
        while (child.Parent is IParenthesizedOperation or IConversionOperation { IsImplicit: true, Type: null or { TypeKind: TypeKind.Error } })
        {
            child = child.Parent;
        }

        return child.Parent switch
        {
            null or IExpressionStatementOperation or IInvalidOperation or IIsPatternOperation or ISwitchOperation or ISwitchExpressionOperation => true,

            // States are compared. The results of == and IsIn are of type bool.
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } => IsComparison(child),
            IConversionOperation { Type.SpecialType: SpecialType.System_Boolean } => IsComparison(child),
            IBinaryOperation { OperatorMethod: null } binary when IsComparison(child) => binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr,
            IBinaryOperation { OperatorMethod: null } binary => IsStateLike((child == binary.LeftOperand ? binary.RightOperand : binary.LeftOperand).Type),
            IConversionOperation conversion => IsStateLike(conversion.Type) || (!conversion.IsImplicit && conversion.Type is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 }),
            ISimpleAssignmentOperation assignment => IsStateLike(assignment.Target.Type),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation variable } => IsStateLike(variable.Symbol.Type),
            IArgumentOperation argument => argument.Parameter?.Type is { TypeKind: TypeKind.Enum },
            _ => false,
        };
    }

    /// <summary>Whether the conversion is from or to a type that is not known yet; <see cref="IsUsedPlainly"/> judges its use.</summary>
    public static bool IsConverted(IConversionOperation conversion) =>
        conversion.Operand.Type is { TypeKind: TypeKind.Error } || (conversion.Type is { TypeKind: TypeKind.Error } && IsStateLike(conversion.Operand.Type));

    private static bool IsState(IInvalidOperation call) =>
        call.ChildOperations.All(static child => IsStateLike(child.Type) || child is IInstanceReferenceOperation);

    private static bool IsComparison(IOperation operation) => operation is
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr }
        or IUnaryOperation { OperatorKind: UnaryOperatorKind.Not }
        or IInvalidOperation { Syntax: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: KnownNames.IsIn } } };

    private static bool IsStateLike(ITypeSymbol? type) => type is { TypeKind: TypeKind.Enum or TypeKind.Error };
}
