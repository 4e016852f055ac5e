using System.Reflection;
using FsmKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FsmKit.CodeFixes.Tests;

/// <summary>Whatever belongs to a fix exists.</summary>
public sealed class FixCatalogTests
{
    /// <summary>Each fix.</summary>
    public static TheoryData<string> Fixes() =>
        new(typeof(EditFix).Assembly.GetTypes().Where(static type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(CodeFixProvider))).Select(static type => type.FullName!));

    [Theory]
    [MemberData(nameof(Fixes))]
    public void A_fix_is_exported_tested_and_can_fix_everything(string name)
    {
        var type = typeof(EditFix).Assembly.GetType(name)!;
        var fix = (EditFix)Activator.CreateInstance(type)!;
        Assert.NotNull(fix.GetFixAllProvider());
        Assert.NotEmpty(fix.FixableDiagnosticIds);
        Assert.Equal(type.Name, type.GetCustomAttribute<ExportCodeFixProviderAttribute>()?.Name);
        Assert.NotNull(Assembly.GetExecutingAssembly().GetType($"FsmKit.CodeFixes.Tests.Fixes.{type.Name}Tests"));
    }
}
