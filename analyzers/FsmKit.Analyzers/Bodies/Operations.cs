using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Analyzers.Bodies;

/// <summary>Questions about what a body does.</summary>
internal static class Operations
{
    /// <summary>The method, or the getter, that runs; null of what calls nothing.</summary>
    public static IMethodSymbol? CalledMethod(this IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        IPropertyReferenceOperation property => property.Property.GetMethod,
        _ => null,
    };

    /// <summary>The call that a body ends with whenever it comes to its end; null when something else is last.</summary>
    public static IInvocationOperation? LastCall(this IOperation body) => body switch
    {
        IBlockOperation block => block.Operations.LastOrDefault(static one => one is not ILocalFunctionOperation and not IReturnOperation { ReturnedValue: null })?.LastCall(),
        IExpressionStatementOperation statement => statement.Operation.LastCall(),
        IReturnOperation { ReturnedValue: { } value } => value.LastCall(),
        IInvocationOperation call => call,
        _ => null,
    };

    /// <summary>Whether it runs with what is around it, and not later or elsewhere: not in a lambda or a local function.</summary>
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

    /// <summary>The member of the gobj itself that is written; null of anything else.</summary>
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

    /// <summary>The field or property of the gobj itself that an operation refers to; null of anything else.</summary>
    public static ISymbol? OwnMember(this IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Instance: IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } property => property.Property,
        _ => null,
    };

    /// <summary>Whether a type has this full name, whatever its type arguments are.</summary>
    public static bool IsNamed(this ITypeSymbol? type, string fullName) => type is not null && type.OriginalDefinition.ToDisplayString(Full) == fullName;

    private static readonly SymbolDisplayFormat Full = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces, genericsOptions: SymbolDisplayGenericsOptions.None);
}
