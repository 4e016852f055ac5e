using System.Collections.Immutable;
using FsmKit.Analyzers;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Tags;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.Completion;

/// <summary>
/// Offers the fitting members inside a <c>nameof</c> of a table: actions with the event of the row, guards, lengths of timeouts. Editors do
/// not offer instance members of the gclass there, because a table is a nested type.
/// </summary>
[ExportCompletionProvider(nameof(TableMemberCompletion), LanguageNames.CSharp)]
public sealed class TableMemberCompletion : CompletionProvider
{
    private const string Signature = nameof(Signature);

    /// <inheritdoc/>
    public override bool ShouldTriggerCompletion(SourceText text, int caretPosition, CompletionTrigger trigger, OptionSet options) =>
        trigger.Kind != CompletionTriggerKind.Insertion || trigger.Character == '(' || SyntaxFacts.IsIdentifierStartCharacter(trigger.Character);

    /// <inheritdoc/>
    public override async Task ProvideCompletionsAsync(CompletionContext context)
    {
        var cancellation = context.CancellationToken;
        if (await context.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || PlaceAt(root, context.CompletionListSpan.Start) is not { } place
            || CallUses.Of(place.Argument) is not { } use
            || await context.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || model.GetDeclaredSymbol(place.Table, cancellation)?.ContainingType is not { } gclass || !gclass.IsGClass())
        {
            return;
        }

        var solution = context.Document.Project.Solution;
        foreach (var member in new CallReader(gclass, model.Compilation, cancellation).Fitting(use, Event(place, model)))
        {
            // Editors offer static members by themselves.
            if (!member.IsStatic && member.DeclaringSyntaxReferences.All(declaration => solution.GetDocument(declaration.SyntaxTree) is not SourceGeneratedDocument))
            {
                context.AddItem(Item(member, model, context.Position));
            }
        }
    }

    /// <inheritdoc/>
    public override Task<CompletionDescription?> GetDescriptionAsync(Document document, CompletionItem item, CancellationToken cancellationToken) =>
        Task.FromResult<CompletionDescription?>(CompletionDescription.FromText(item.Properties[Signature]));

    /// <summary>
    /// Returns the argument of an attribute in a <c>State</c> enum whose <c>nameof</c> contains the position. Reads syntax only, because
    /// the state of the attribute may not be written yet.
    /// </summary>
    private static (AttributeArgumentSyntax Argument, EnumDeclarationSyntax Table)? PlaceAt(SyntaxNode root, int position) =>
        position > 0 && root.FindToken(position - 1) is var token && token.IsKind(SyntaxKind.OpenParenToken)
        && token.Parent?.Parent is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, Parent: AttributeArgumentSyntax argument }
        && argument.FirstAncestorOrSelf<EnumDeclarationSyntax>() is { Identifier.ValueText: KnownNames.StateEnum } table
            ? (argument, table)
            : null;

    private static ITypeSymbol? Event((AttributeArgumentSyntax Argument, EnumDeclarationSyntax Table) place, SemanticModel model) =>
        CallUses.EventOf(place.Argument) is { } e
            ? model.GetSpeculativeTypeInfo(place.Table.OpenBraceToken.Span.End, e, SpeculativeBindingOption.BindAsTypeOrNamespace).Type
            : null;

    private static CompletionItem Item(ISymbol member, SemanticModel model, int position) => CompletionItem.Create(
        member.Name,
        properties: ImmutableDictionary<string, string>.Empty.Add(Signature, member.ToMinimalDisplayString(model, position)),
        tags: [member switch { IMethodSymbol => WellKnownTags.Method, IPropertySymbol => WellKnownTags.Property, _ => WellKnownTags.Field }],
        // Above the other proposals.
        rules: CompletionItemRules.Default.WithMatchPriority(MatchPriority.Preselect));
}
