using System.Reflection;
using FsmKit.Completion;
using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.QuickInfo;
using Microsoft.CodeAnalysis.Testing;

namespace FsmKit.Editor.Tests;

/// <summary>Asks the services that Roslyn's editors ask, at the place that a file marks with <c>$$</c>.</summary>
internal static class Editor
{
    /// <summary>The assembly as a package brings it.</summary>
    private static readonly AnalyzerFileReference Completion = new(typeof(TableMemberCompletion).Assembly.Location, new Loader());

    /// <summary>The text that is shown where the pointer rests, with plain blanks.</summary>
    public static async Task<string> HoverAsync(string source)
    {
        var (document, position) = await OpenAsync(source);
        var shown = await QuickInfoService.GetService(document)!.GetQuickInfoAsync(document, position, TestContext.Current.CancellationToken);
        return string.Join("\n", shown?.Sections.Select(static section => section.Text) ?? []).ReplaceLineEndings("\n").Replace('\u00a0', ' ');
    }

    /// <summary>The names that are offered.</summary>
    public static async Task<HashSet<string>> CompletionsAsync(string source)
    {
        var (document, position) = await OpenAsync(source);
        var offered = await CompletionService.GetService(document)!.GetCompletionsAsync(document, position, cancellationToken: TestContext.Current.CancellationToken);
        return [.. offered.ItemsList.Select(static item => item.DisplayText + item.DisplayTextSuffix)];
    }

    /// <summary>Returns the description of an offered name.</summary>
    public static async Task<string> DescriptionAsync(string source, string name)
    {
        var (document, position) = await OpenAsync(source);
        var service = CompletionService.GetService(document)!;
        var offered = await service.GetCompletionsAsync(document, position, cancellationToken: TestContext.Current.CancellationToken);
        return (await service.GetDescriptionAsync(document, offered.ItemsList.Single(item => item.DisplayText == name), TestContext.Current.CancellationToken))!.Text;
    }

    /// <summary>The names that are offered when the character before the place has just been typed; null when nothing is.</summary>
    public static async Task<HashSet<string>?> TypedAsync(string source)
    {
        var (document, position) = await OpenAsync(source);
        var service = CompletionService.GetService(document)!;
        var text = await document.GetTextAsync(TestContext.Current.CancellationToken);
        var trigger = CompletionTrigger.CreateInsertionTrigger(text[position - 1]);
        return service.ShouldTriggerCompletion(text, position, trigger)
            ? [.. (await service.GetCompletionsAsync(document, position, trigger, cancellationToken: TestContext.Current.CancellationToken)).ItemsList.Select(static item => item.DisplayText)]
            : null;
    }

    private static async Task<(Document Document, int Position)> OpenAsync(string source)
    {
        TestFileMarkupParser.GetPosition(source, out var text, out var position);
        var project = SnippetProject.Open(new AdhocWorkspace(MefHostServices.DefaultHost), [text]).AddAnalyzerReference(Completion);
        // The services use present results and do not wait for generators. An editor has run the generators by then.
        await project.GetCompilationAsync(TestContext.Current.CancellationToken);
        return (project.Documents.First(), position);
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
