using System.Reflection;
using FsmKit.CodeFixes.Editing;
using FsmKit.CodeFixes.Fixes;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace FsmKit.CodeFixes.Tests;

/// <summary>Checks that every fix is exported and has its tests and its scope.</summary>
public sealed class FixCatalogTests
{
    /// <summary>Each fix.</summary>
    public static TheoryData<string> Fixes() =>
        new(typeof(EditFix).Assembly.GetTypes().Where(static type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(CodeFixProvider))).Select(static type => type.FullName!));

    [Theory]
    [MemberData(nameof(Fixes))]
    public void A_fix_is_exported_and_tested(string name)
    {
        var type = typeof(EditFix).Assembly.GetType(name)!;
        var fix = (CodeFixProvider)Activator.CreateInstance(type)!;
        Assert.NotEmpty(fix.FixableDiagnosticIds);
        Assert.Equal(type.Name, type.GetCustomAttribute<ExportCodeFixProviderAttribute>()?.Name);
        Assert.NotNull(Assembly.GetExecutingAssembly().GetType($"FsmKit.CodeFixes.Tests.Fixes.{type.Name}Tests"));
    }

    /// <summary>Fixes that choose a behaviour, row by row. A tool that applies the first fix everywhere does not find them.</summary>
    [Theory]
    [InlineData(typeof(CallFix))]
    [InlineData(typeof(UnreachableRowFix))]
    [InlineData(typeof(UnusedEventFix))]
    [InlineData(typeof(IdleRowFix))]
    [InlineData(typeof(GuardGapFix))]
    [InlineData(typeof(SelfSendFix))]
    [InlineData(typeof(SelfTransitionFix))]
    [InlineData(typeof(StrayNextFix))]
    public void A_fix_that_decides_what_the_machine_does_cannot_fix_everything(Type fix) =>
        Assert.Null(((EditFix)Activator.CreateInstance(fix)!).GetFixAllProvider());

    [Theory]
    [MemberData(nameof(Fixes))]
    public void Every_other_fix_can(string name)
    {
        var fix = (CodeFixProvider)Activator.CreateInstance(typeof(EditFix).Assembly.GetType(name)!)!;
        Assert.Equal(fix is CallFix or UnreachableRowFix or UnusedEventFix or IdleRowFix or GuardGapFix or SelfSendFix or SelfTransitionFix or StrayNextFix, fix.GetFixAllProvider() is null);
    }

    [Fact]
    public void Every_refactoring_is_exported() => Assert.All(
        typeof(EditFix).Assembly.GetTypes().Where(static type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(CodeRefactoringProvider))),
        static type => Assert.Equal(type.Name, type.GetCustomAttribute<ExportCodeRefactoringProviderAttribute>()?.Name));
}
