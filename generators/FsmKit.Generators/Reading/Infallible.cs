using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Generators.Reading;

/// <summary>
/// Tells whether a guard provably cannot throw: it only compares and combines constants, parameters, stored members and the results of such
/// guards. Any other guard counts as one that may throw, which costs a call and never correctness.
/// </summary>
internal static class Infallible
{
    private const int MostCalls = 4;

    public static bool Is(IMethodSymbol method, Compilation compilation, CancellationToken cancellation, int depth = 0)
    {
        if (depth > MostCalls || method is not { IsVirtual: false, IsAbstract: false, IsOverride: false, IsAsync: false, IsExtern: false }
            || method.DeclaringSyntaxReferences.Length != 1)
        {
            return false;
        }

        var syntax = method.DeclaringSyntaxReferences[0].GetSyntax(cancellation);

        // In an editor the body can exist and belong to another project.
        return compilation.ContainsSyntaxTree(syntax.SyntaxTree) && compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellation) is { } body
            && body.DescendantsAndSelf().All(part => Holds(part, call => Is(call, compilation, cancellation, depth + 1)));
    }

    private static bool Holds(IOperation operation, Func<IMethodSymbol, bool> isInfallible) => operation switch
    {
        IMethodBodyOperation or IBlockOperation or IReturnOperation or ILiteralOperation or IParenthesizedOperation or IInstanceReferenceOperation
            or IParameterReferenceOperation or IDefaultValueOperation or IConditionalOperation => true,
        IBinaryOperation { IsChecked: false } binary => IsSafe(binary),
        IUnaryOperation { OperatorMethod: null, IsChecked: false } => true,
        IConversionOperation { OperatorMethod: null, IsChecked: false } conversion => IsNumber(conversion.Type) && IsNumber(conversion.Operand.Type),
        IFieldReferenceOperation reference => reference.Field.IsConst || (!reference.Field.IsStatic && IsThere(reference.Instance)),
        IPropertyReferenceOperation { Arguments.IsEmpty: true } reference =>
            !reference.Property.IsStatic && IsThere(reference.Instance) && !reference.Property.IsVirtual && IsStored(reference.Property),
        IInvocationOperation { Instance: IInstanceReferenceOperation, Arguments: var arguments } call =>
            arguments.All(static argument => argument.ArgumentKind == ArgumentKind.Explicit) && isInfallible(call.TargetMethod),
        IArgumentOperation => true,
        IIsPatternOperation or IConstantPatternOperation or IRelationalPatternOperation or INegatedPatternOperation or IBinaryPatternOperation => true,
        _ => false,
    };

    /// <summary>Whether the property only reads a field: it is automatic, of a record, or a parameter of the gclass.</summary>
    private static bool IsStored(IPropertySymbol property) => property.DeclaringSyntaxReferences.Length == 1
        && property.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            ParameterSyntax => true,
            PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: var accessors } declaration =>
                accessors.Any(static accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration) && accessor is { Body: null, ExpressionBody: null })
                && (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword) || property.GetAttributes().Any(static attribute => attribute.Is(KnownNames.Parameter))),
            _ => false,
        };

    /// <summary>Whether a member of the instance can be read, because the instance cannot be null.</summary>
    private static bool IsThere(IOperation? instance) => instance is IInstanceReferenceOperation || instance?.Type is { IsValueType: true };

    private static bool IsSafe(IBinaryOperation binary) =>
        binary.OperatorKind is not (BinaryOperatorKind.Divide or BinaryOperatorKind.IntegerDivide or BinaryOperatorKind.Remainder)
        && (binary.OperatorMethod is null || binary.OperatorMethod.ContainingType.SpecialType == SpecialType.System_String)
        && binary.LeftOperand.Type is not { SpecialType: SpecialType.System_Decimal };

    private static bool IsNumber(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Enum } || type?.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double and not SpecialType.System_Decimal;
}
