using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0066: every private method of a gclass is used by its table or by code.</summary>
internal sealed class UnusedMemberRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.UnusedMember,
        "Every private method of a gclass is used",
        "'{0}' of '{1}' is used nowhere: a row that names it may be missing",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The actions, guards and lengths of timeouts of a gclass are private, and its table names them. If neither the table nor other code names one, it is superfluous, or its row is missing.",
        helpLinkUri: HelpLink.For(DiagnosticIds.UnusedMember));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        // The table, which is already read, names most of them.
        reading.GClass.GetMembers().Where(member => CanBeLost(member) && !reading.IsNamed(member) && !reading.Names.IsUsed(member))
            .Select(member => At(member.Locations.FirstOrDefault(), member.Name, reading.GClass.Name));

    /// <summary>Whether the member is private and used only by its name.</summary>
    private static bool CanBeLost(ISymbol member) =>
        member is { DeclaredAccessibility: Accessibility.Private, IsImplicitlyDeclared: false, IsExtern: false, CanBeReferencedByName: true, DeclaringSyntaxReferences: { Length: 1 } written }
        // Read from syntax, because binding the attributes of all generated members takes longer than the rest of the rule.
        && !MemberNames.IsOurs(written[0].SyntaxTree) && written[0].GetSyntax() is MemberDeclarationSyntax { AttributeLists.Count: 0 }
        && member is IMethodSymbol { MethodKind: MethodKind.Ordinary, PartialImplementationPart: null, PartialDefinitionPart: null, IsPartialDefinition: false, ExplicitInterfaceImplementations.IsEmpty: true }
            or IPropertySymbol { IsIndexer: false, PartialImplementationPart: null, PartialDefinitionPart: null, IsPartialDefinition: false, ExplicitInterfaceImplementations.IsEmpty: true }
        && member.Name != KnownNames.Migrate;
}
