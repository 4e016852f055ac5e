using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0006: a row leads to a state of its own gclass.</summary>
internal sealed class NextRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.Next,
        "The next state is a state of the gclass",
        "'{0}' is no state of '{1}'{2}",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Next takes a member of the State enum of the same gclass, or the name of one.",
        helpLinkUri: HelpLink.For(DiagnosticIds.Next));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        // Another rule reports a table without states.
        reading.States.Count == 0
            ? []
            : from row in reading.Rows
              where row.Next is { Index: < 0 }
              let value = row.Attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "Next").Value
              let other = value.Kind == TypedConstantKind.Enum && !SymbolEqualityComparer.Default.Equals(value.Type, reading.StateEnum) ? value.Type : null
              select At(
                  row.Attribute.ArgumentPlace("Next", cancellation), other is null ? row.Next!.Text : MemberOf(other, value.Value), reading.GClass.Name,
                  other is null ? "" : $": it belongs to the enum '{Name(other)}', and a next state is a member of '{Name(reading.StateEnum!)}'");

    private static string MemberOf(ITypeSymbol other, object? value) =>
        other.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.IsConst && Equals(field.ConstantValue, value)) is { } member
            ? $"{Name(other)}.{member.Name}"
            : $"({Name(other)}){value}";

    /// <summary>Returns the name with its outer types, because the State enum of another gclass has the same name.</summary>
    private static string Name(ITypeSymbol type) => type.ContainingType is { } outer ? $"{Name(outer)}.{type.Name}" : type.Name;
}
