using System.Globalization;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Analyzers.Guards;

/// <summary>Names the values that guards read, so that two reads of the same value get the same name.</summary>
internal static class Subjects
{
    /// <summary>Methods of the base library without side effects.</summary>
    private static readonly HashSet<string> Looking =
        ["Contains", "ContainsKey", "ContainsValue", "StartsWith", "EndsWith", "Equals", "HasFlag", "IsNullOrEmpty", "IsNullOrWhiteSpace", "IsSubsetOf", "IsSupersetOf", "SequenceEqual", "Any"];

    /// <summary>Returns the name; null when the value can differ at the next read.</summary>
    public static string? NameOf(IOperation? operation) => operation switch
    {
        IParenthesizedOperation inner => NameOf(inner.Operand),
        IConversionOperation { OperatorMethod: null } converted => NameOf(converted.Operand),
        IInstanceReferenceOperation => "this",
        IParameterReferenceOperation parameter => parameter.Parameter.Type.IsGObj() ? "$source" : "$event",
        IFieldReferenceOperation { Field.IsStatic: true } field => field.Field.ToDisplayString(),
        IFieldReferenceOperation field => Member(field.Instance, field.Field),
        IPropertyReferenceOperation { Property: { IsStatic: false, IsIndexer: false }, Instance: not null } property => Member(property.Instance, property.Property),
        IInvocationOperation call when IsLook(call) => Call(call),
        { ConstantValue: { HasValue: true, Value: var value } } => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null",
        _ => null,
    };

    private static string? Member(IOperation? of, ISymbol member) => NameOf(of) is { } owner ? $"{owner}.{member.Name}" : null;

    private static string? Call(IInvocationOperation call)
    {
        var parts = call.Arguments.Select(static argument => NameOf(argument.Value)).Prepend(call.Instance is null ? call.TargetMethod.ContainingType.Name : NameOf(call.Instance)).ToList();
        return parts.Contains(null) ? null : $"{call.TargetMethod.Name}({string.Join(", ", parts)})";
    }

    private static bool IsLook(IInvocationOperation call) =>
        Looking.Contains(call.TargetMethod.Name) || (call.Instance is IInstanceReferenceOperation && call.TargetMethod.ReturnType.SpecialType == SpecialType.System_Boolean);
}
