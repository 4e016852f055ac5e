using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Analyzers;

/// <summary>
/// Finds the use of a method that an argument of an attribute names. Reads syntax only, because the argument may not compile.
/// </summary>
internal static class CallUses
{
    /// <summary>Returns the use; null when no method is named.</summary>
    public static CallUse? Of(AttributeArgumentSyntax argument) => argument.Parent?.Parent is AttributeSyntax attribute ? UseOf(Last(attribute.Name).Identifier.ValueText, Place(argument, attribute)) : null;

    /// <summary>Returns the event of the row; null without one.</summary>
    public static TypeSyntax? EventOf(AttributeArgumentSyntax argument) =>
        argument.Parent?.Parent is AttributeSyntax attribute && Last(attribute.Name) is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } events } ? events[0] : null;

    private static SimpleNameSyntax Last(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax qualified => qualified.Name,
        _ => (SimpleNameSyntax)name,
    };

    private static string Place(AttributeArgumentSyntax argument, AttributeSyntax attribute) =>
        argument.NameEquals?.Name.Identifier.ValueText
        ?? argument.NameColon?.Name.Identifier.ValueText
        ?? $"{attribute.ArgumentList!.Arguments.IndexOf(argument)}";

    private static CallUse? UseOf(string attribute, string place) => (attribute + (attribute.EndsWith("Attribute", StringComparison.Ordinal) ? "" : "Attribute"), place) switch
    {
        (KnownNames.On or KnownNames.Always or KnownNames.Done, "0" or "action") or (KnownNames.After or KnownNames.Idle, "1" or "action") => CallUse.Action,
        (KnownNames.On or KnownNames.Forward or KnownNames.After or KnownNames.Idle or KnownNames.Always or KnownNames.Done, "When") => CallUse.Guard,
        (KnownNames.Forward, "Map") => CallUse.Map,
        (KnownNames.After or KnownNames.Idle, "0" or "delay") => CallUse.Delay,
        (KnownNames.Invoke, "0" or "work") => CallUse.Work,
        (KnownNames.Enter, "0" or "action") => CallUse.Enter,
        (KnownNames.Exit, "0" or "action") => CallUse.Exit,
        (KnownNames.Parameter, "Validate") => CallUse.Validate,
        (KnownNames.Parameter, "Coerce") => CallUse.Coerce,
        _ => null,
    };
}
