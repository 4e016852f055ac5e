using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes;

/// <summary>A place in an attribute of the runtime that names a method. Read from syntax, because it may be what does not compile.</summary>
/// <param name="GClass">The gclass.</param>
/// <param name="Use">What the method is called for.</param>
/// <param name="Value">The event or the type of the parameter; null without.</param>
/// <param name="Attribute">Where the name stands.</param>
internal sealed record TableCall(INamedTypeSymbol GClass, CallUse Use, ITypeSymbol? Value, AttributeData Attribute)
{
    /// <summary>The names of hand-written members that can be called there.</summary>
    public IEnumerable<string> Fitting(FixSubject subject)
    {
        var calls = new CallReader(GClass, subject.Model.Compilation, subject.Cancellation);
        for (var type = GClass; type is not null && !type.IsGObj(); type = type.BaseType)
        {
            foreach (var member in type.GetMembers())
            {
                // What overrides a member of GObj is called by the loop, not by a table.
                if (member is { CanBeReferencedByName: true, IsOverride: false } && subject.IsHandWritten(member)
                    && calls.Read(member.Name, Use, Value, Attribute) is { Problem: CallProblem.None })
                {
                    yield return member.Name;
                }
            }
        }
    }

    public static TableCall? Read(AttributeArgumentSyntax argument, SemanticModel model, CancellationToken cancellation)
    {
        if (argument.Parent?.Parent is not AttributeSyntax attribute
            || model.GetTypeInfo(attribute, cancellation).Type is not INamedTypeSymbol type
            || !type.IsOfTheRuntime()
            || UseOf(type.Name, Place(argument, attribute)) is not { } use
            || attribute.Parent?.Parent is not { } owner
            || model.GetDeclaredSymbol(owner, cancellation) is not { } symbol
            || symbol.GetAttributes().FirstOrDefault(found => found.Syntax(cancellation) == attribute) is not { } data)
        {
            return null;
        }

        var gclass = symbol switch
        {
            IFieldSymbol state => state.ContainingType.ContainingType,
            IPropertySymbol parameter => parameter.ContainingType,
            _ => symbol as INamedTypeSymbol,
        };
        var value = type.IsGenericType ? type.TypeArguments[0] : (symbol as IPropertySymbol)?.Type;
        return gclass is not null && gclass.IsGClass() && value is not { TypeKind: TypeKind.Error } ? new TableCall(gclass, use, value, data) : null;
    }

    private static string Place(AttributeArgumentSyntax argument, AttributeSyntax attribute) =>
        argument.NameEquals?.Name.Identifier.ValueText
        ?? argument.NameColon?.Name.Identifier.ValueText
        ?? $"{attribute.ArgumentList!.Arguments.IndexOf(argument)}";

    private static CallUse? UseOf(string attribute, string place) => (attribute, place) switch
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
