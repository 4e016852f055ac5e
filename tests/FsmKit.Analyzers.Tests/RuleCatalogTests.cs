using System.Collections.Immutable;
using System.Reflection;
using FsmKit.Analyzers;
using FsmKit.Analyzers.Bodies;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Analyzers.Tests;

/// <summary>Checks that all parts of a rule exist under one name and say the same.</summary>
public sealed class RuleCatalogTests
{
    private static readonly string[] Sections = ["## What it says", "## Why", "## Before and after", "## How to fix", "## How to configure or suppress", "## Since"];

    /// <summary>Every analyzer of the package.</summary>
    internal static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(GClassAnalyzer).Assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static readonly ImmutableArray<(DiagnosticDescriptor Descriptor, Type Type)> AllRules =
    [
        .. GClassAnalyzer.Rules.Concat(BehaviourAnalyzer.Rules).Select(static rule => (rule.Descriptor, rule.GetType())),
        .. BodyAnalyzer.Rules.Select(static rule => (rule.Descriptor, rule.GetType())),
    ];

    private static readonly string Root = RepositoryRoot.Path;

    /// <summary>Each rule: its id, and the type that carries its name.</summary>
    public static TheoryData<string, string> Rules()
    {
        var rules = new TheoryData<string, string>();
        foreach (var (descriptor, type) in Owners())
        {
            rules.Add(descriptor.Id, type.Name);
        }

        return rules;
    }

    [Fact]
    public void Every_rule_is_run() => Assert.Equal(
        typeof(Rule).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(Rule)) || type.IsSubclassOf(typeof(BodyRule))).Select(static type => type.Name).Order(),
        AllRules.Select(static rule => rule.Type.Name).Order());

    [Fact]
    public void Every_id_belongs_to_one_rule() => Assert.Equal(
        typeof(DiagnosticIds).GetFields().Select(static field => (string)field.GetRawConstantValue()!).Order(),
        Owners().Select(static owner => owner.Descriptor.Id).Order());

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_explains_itself(string id, string type)
    {
        var descriptor = Descriptor(id);
        Assert.StartsWith("FSM", id, StringComparison.Ordinal);
        Assert.Equal("FsmKit", descriptor.Category);
        Assert.Equal($"https://github.com/fsmkit/fsmkit/blob/main/docs/diagnostics/{id}.md", descriptor.HelpLinkUri);
        Assert.True(descriptor.IsEnabledByDefault);
        Assert.False(descriptor.Title.ToString().EndsWith('.'), type);
        Assert.False(descriptor.MessageFormat.ToString().EndsWith('.'), type);
        Assert.EndsWith(".", descriptor.Description.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_its_tests(string id, string type) =>
        Assert.True(Assembly.GetExecutingAssembly().GetType($"FsmKit.Analyzers.Tests.Rules.{type}Tests") is not null, $"{id} has no {type}Tests.");

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_stands_in_the_ledger(string id, string type)
    {
        var project = type == nameof(GeneratorFault) ? "generators/FsmKit.Generators" : "analyzers/FsmKit.Analyzers";
        var ledger = File.ReadAllLines(Path.Combine(Root, project, "AnalyzerReleases.Shipped.md"))
            .Concat(File.ReadAllLines(Path.Combine(Root, project, "AnalyzerReleases.Unshipped.md")));
        var descriptor = Descriptor(id);
        var line = Assert.Single(ledger, line => line.StartsWith(id + " ", StringComparison.Ordinal));
        Assert.True(
            line == $"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}, [documentation]({descriptor.HelpLinkUri})",
            $"{type}: {line}");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_its_page(string id, string type)
    {
        var page = File.ReadAllText(Path.Combine(Root, "docs/diagnostics", id + ".md"));
        Assert.StartsWith($"# {id}: {Descriptor(id).Title}\n", page, StringComparison.Ordinal);
        var places = Sections.Select(section => page.IndexOf($"\n{section}\n", StringComparison.Ordinal)).ToList();
        Assert.True(places.All(static place => place > 0), $"{type}: a section is missing.");
        Assert.Equal(places.Order(), places);
        Assert.Contains("```csharp\n", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_stands_in_the_index(string id, string type)
    {
        var line = $"| [{id}]({id}.md) | {Descriptor(id).Title} | {Descriptor(id).DefaultSeverity} |";
        Assert.True(File.ReadAllText(Path.Combine(Root, "docs/diagnostics/README.md")).Contains(line, StringComparison.Ordinal), $"{type}: {line}");
    }

    private static DiagnosticDescriptor Descriptor(string id) => Owners().Single(owner => owner.Descriptor.Id == id).Descriptor;

    private static IEnumerable<(DiagnosticDescriptor Descriptor, Type Type)> Owners() =>
        AllRules.Concat(Analyzers.Where(static analyzer => analyzer is not (RuleAnalyzer or BodyAnalyzer))
            .SelectMany(static analyzer => analyzer.SupportedDiagnostics.Select(descriptor => (descriptor, analyzer.GetType()))))
            .Append((GeneratorFault.Descriptor, typeof(GeneratorFault)));
}
