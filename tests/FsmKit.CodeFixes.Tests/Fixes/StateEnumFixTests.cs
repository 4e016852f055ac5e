using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0004: an empty table to begin with.</summary>
public sealed class StateEnumFixTests
{
    private readonly CodeFixVerifier<GClassAnalyzer, StateEnumFix> _fix = new();

    private const string Table =
        """
        [GClass]
        public sealed partial class Door : GObj
        {
            private enum State : byte
            {
                /// <summary>The initial state.</summary>
                Idle,
            }
        }
        """;

    [Theory]
    [InlineData(" : GObj\n{\n}")]
    [InlineData(" : GObj;")]
    public Task An_empty_class_gets_a_table(string rest) => _fix.VerifyAsync("[GClass]\npublic sealed partial class Door" + rest, Table);

    [Fact]
    public Task The_table_stands_first_in_the_indentation_of_the_class() => _fix.VerifyAsync(
        "namespace Doors\n{\n\t[GClass]\n\tpublic sealed partial class Door : GObj\n\t{\n\t\tprivate int _key;\n\t}\n}\n".Replace("\t", "    "),
        """
        namespace Doors
        {
            [GClass]
            public sealed partial class Door : GObj
            {
                private enum State : byte
                {
                    /// <summary>The initial state.</summary>
                    Idle,
                }

                private int _key;
            }
        }

        """);

    [Theory]
    [InlineData("private enum State { }")]
    [InlineData("private sealed class State;")]
    public async Task What_is_there_is_not_replaced(string member) => Assert.Empty(await _fix.OfferedKeysAsync(
        $"[GClass] public sealed partial class Door : GObj {{ {member} }}"));

    [Fact]
    public async Task Rows_under_another_name_are_not_left_dead()
    {
        const string Before = "[GClass, Input<int>]\nsealed partial class Door : GObj\n{\n    enum States { [On<int>(Next = States.Closed)] Closed }\n    States Of(States states) => states;\n    enum Plain { A }\n}\n";
        Assert.Equal(["FSM0004.Rename"], await _fix.OfferedKeysAsync(Before));
        await _fix.VerifyAsync(Before, Before.Edited("States", "State"));
    }

    [Fact]
    public Task Several_get_a_table_at_once() => _fix.VerifyAllAsync(
        "[GClass]\npublic sealed partial class Door : GObj\n{\n}\n\n" + "[GClass]\npublic sealed partial class Window : GObj;\n",
        Table + "\n\n" + Table.Edited("Door", "Window") + "\n");
}
