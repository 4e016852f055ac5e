using System.Collections.Immutable;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Analyzers.Rules;

/// <summary>
/// FSM0014: a class that derives from GObj has <c>[GClass]</c>, without which no dispatch is generated. This rule checks classes that the
/// other rules skip, so it is an analyzer of its own.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NotAGClassAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.NotAGClass,
        "A class that derives from GObj is a gclass",
        "'{0}' derives from {1}",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Only a class with [GClass] has a table, accepts events and has a name in the log. A base class of gclasses is abstract; a machine that is written by hand overrides the property for its MachineDescription.",
        helpLinkUri: HelpLink.For(DiagnosticIds.NotAGClass));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.GClassMetadata) is not null)
            {
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;

        // An attribute that does not compile may be the missing [GClass].
        if (type is not { TypeKind: TypeKind.Class, IsAbstract: false } || !type.DerivesFromGObj()
            || type.GetAttributes().Any(static attribute => attribute.Is(KnownNames.GClass) || attribute.AttributeClass is null or { TypeKind: TypeKind.Error }))
        {
            return;
        }

        if (type.GClassBelow() is { } gclass)
        {
            Report(context, type, $"the gclass '{gclass.Name}' and has no table of its own: derive it from GObj, mark it with [GClass], and give both a child gobj, or an abstract base class without [GClass], for their common part");
        }
        else if (!IsWrittenByHand(type))
        {
            Report(context, type, "GObj and has no [GClass]: it has no table and accepts no event; mark it with [GClass], or make it abstract if gclasses are to derive from it");
        }
    }

    private static void Report(SymbolAnalysisContext context, INamedTypeSymbol type, string what) =>
        context.ReportDiagnostic(Diagnostic.Create(Rule, type.Locations.FirstOrDefault(), type.Name, what));

    /// <summary>
    /// Whether the class overrides the property for its MachineDescription. Then it is written without a table on purpose, as GAplic is.
    /// </summary>
    private static bool IsWrittenByHand(INamedTypeSymbol type)
    {
        for (var at = type; at is not null && !at.IsGObj(); at = at.BaseType)
        {
            if (at.GetMembers().Any(static member => member is IPropertySymbol { IsOverride: true, Type.Name: "MachineDescription" }))
            {
                return true;
            }
        }

        return false;
    }
}
