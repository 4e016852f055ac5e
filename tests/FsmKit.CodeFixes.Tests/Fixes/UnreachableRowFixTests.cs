using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0008: the row goes, everything else stays.</summary>
public sealed class UnreachableRowFixTests
{
    private readonly CodeFixVerifier<GClassAnalyzer, UnreachableRowFix> _fix = new();

    private static string Door(string rows) =>
        $$"""
        [GClass]
        [Input<EvOpen>, Input<EvClose>]
        public sealed partial class Door : GObj
        {
            private enum State
            {
                /// <summary>Shut.</summary>
                {{rows.Replace("\n", "\n        ", StringComparison.Ordinal)}}
            }
        }
        """;

    [Theory]
    [InlineData("[Ignore<EvOpen>]\n[On<EvOpen>(Next = Closed)]\n[Refuse]\nClosed,", "[Ignore<EvOpen>]\n[Refuse]\nClosed,")]
    [InlineData("[Ignore<EvOpen>]\n[On<EvOpen>(Next = Closed)] // why\n[Refuse]\nClosed,", "[Ignore<EvOpen>]\n// why\n[Refuse]\nClosed,")]
    [InlineData("[Ignore<EvOpen>]\n// why\n[On<EvOpen>(\n    Next = Closed)]\n[Refuse]\nClosed,", "[Ignore<EvOpen>]\n// why\n[Refuse]\nClosed,")]
    [InlineData("[Ignore<EvOpen>] [On<EvOpen>]\n[Refuse]\nClosed,", "[Ignore<EvOpen>]\n[Refuse]\nClosed,")]
    [InlineData("[Ignore<EvOpen>][On<EvOpen>][Refuse] Closed,", "[Ignore<EvOpen>][Refuse] Closed,")]
    [InlineData("[Refuse]\n[Ignore<EvOpen>]\n[On<EvOpen>] Closed,", "[Refuse]\n[Ignore<EvOpen>]\nClosed,")]
    [InlineData("[Ignore<EvOpen>, Refuse<EvOpen>, Ignore<EvClose>] Closed,", "[Ignore<EvOpen>, Ignore<EvClose>] Closed,")]
    [InlineData("[Ignore<EvOpen>, Ignore<EvClose>, Refuse<EvOpen>] Closed,", "[Ignore<EvOpen>, Ignore<EvClose>] Closed,")]
    [InlineData("[Ignore<EvOpen>]\n[Refuse<EvOpen>, Ignore<EvClose>]\nClosed,", "[Ignore<EvOpen>]\n[Ignore<EvClose>]\nClosed,")]
    public Task The_row_is_removed(string before, string after) => _fix.VerifyAsync([Door(before), Snippets.Events], [Door(after)]);

    [Theory]
    [InlineData("[Ignore<EvOpen>, Refuse<EvOpen>, On<EvOpen>, Ignore<EvClose>, Ignore<EvClose>]\nClosed,", "[Ignore<EvOpen>, Ignore<EvClose>]\nClosed,")]
    [InlineData("[Ignore<EvOpen>]\n[Refuse<EvOpen>, On<EvOpen>]\n[Refuse]\nClosed,", "[Ignore<EvOpen>]\n[Refuse]\nClosed,")]
    [InlineData("[Ignore<EvOpen>]\n[Refuse<EvOpen>, On<EvOpen>, Ignore<EvClose>]\nClosed,", "[Ignore<EvOpen>]\n[Ignore<EvClose>]\nClosed,")]
    public Task All_are_removed_at_once(string before, string after) => _fix.VerifyAllAsync([Door(before), Snippets.Events], [Door(after)]);
}
