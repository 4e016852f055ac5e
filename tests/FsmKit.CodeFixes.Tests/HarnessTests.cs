using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests;

/// <summary>Checks that tests of fixes fail where the fix or the expectation is wrong.</summary>
public sealed class HarnessTests
{
    private static string Door(string modifiers, string body = "") => $"[GClass]\npublic {modifiers}class Door : GObj\n{{\n    private enum State {{ Closed }}{body}\n}}\n";

    [Theory]
    [InlineData("sealed ", "", "partial sealed ", "", "did not match")]
    [InlineData("sealed ", "", "sealed ", "", "did not match")]
    [InlineData("sealed partial ", "", "sealed partial ", "", "There is nothing to fix")]
    [InlineData("sealed ", "\n  private int  _n;", "sealed partial ", "\n  private int  _n;", "is not formatted")]
    [InlineData("sealed ", "\n    private Typo _n;", "sealed partial ", "\n    private Typo _n;", "does not compile")]
    public async Task What_is_left_differently_fails(string before, string body, string after, string bodyAfter, string message)
    {
        var fix = new CodeFixVerifier<GClassAnalyzer, NotPartialFix>();
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => fix.VerifyAsync(Door(before, body), Door(after, bodyAfter)));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => fix.VerifyAllAsync(Door(before, body), Door(after, bodyAfter)));
    }

    [Fact]
    public async Task A_key_that_is_not_offered_fails()
    {
        var fix = new CodeFixVerifier<GClassAnalyzer, NotPartialFix> { Key = "Typo" };
        await Assert.ThrowsAsync<InvalidOperationException>(() => fix.VerifyAsync(Door("sealed "), Door("sealed ")));
    }
}
