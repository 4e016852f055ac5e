using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Analyzers.Bodies;

/// <summary>Helpers for operations.</summary>
internal static class Operations
{
    /// <summary>Returns the method or getter that runs; null for an operation without a call.</summary>
    public static IMethodSymbol? CalledMethod(this IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        IPropertyReferenceOperation property => property.Property.GetMethod,
        _ => null,
    };

    /// <summary>Returns the call at the end of a body; null when the last operation is no call.</summary>
    public static IInvocationOperation? LastCall(this IOperation body) => body switch
    {
        IBlockOperation block => block.Operations.LastOrDefault(static one => one is not ILocalFunctionOperation and not IReturnOperation { ReturnedValue: null })?.LastCall(),
        IExpressionStatementOperation statement => statement.Operation.LastCall(),
        IReturnOperation { ReturnedValue: { } value } => value.LastCall(),
        IInvocationOperation call => call,
        _ => null,
    };

    /// <summary>Whether the operation runs with the code around it, and not inside a lambda or a local function.</summary>
    public static bool RunsHere(this IOperation operation)
    {
        for (var around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Returns the member of the gobj itself that is written; null without one.</summary>
    public static ISymbol? WrittenMember(this IOperation operation)
    {
        var target = operation switch
        {
            IAssignmentOperation assignment => assignment.Target,
            IIncrementOrDecrementOperation step => step.Target,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
            _ => null,
        };
        return target?.OwnMember();
    }

    /// <summary>Returns the field or property of the gobj itself that an operation refers to; null without one.</summary>
    public static ISymbol? OwnMember(this IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Instance: IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } property => property.Property,
        _ => null,
    };

    /// <summary>Whether a type has a full name, whatever its type arguments.</summary>
    public static bool IsNamed(this ITypeSymbol? type, string fullName) => type is not null && type.OriginalDefinition.ToDisplayString(Full) == fullName;

    private static readonly SymbolDisplayFormat Full = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces, genericsOptions: SymbolDisplayGenericsOptions.None);
}
