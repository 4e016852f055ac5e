using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests.Proof;

/// <summary>Place in a gclass for code that an action runs.</summary>
/// <param name="Name">Name of the place.</param>
/// <param name="Row">The row of EvGo in the first state.</param>
/// <param name="Code">The members; <c>{0}</c> is the code, in which the gobj is <c>B</c>.</param>
/// <param name="Inside">Whether the code is the gclass's own, which may name its generated members.</param>
public sealed record Place(string Name, string Row, string Code, bool Inside)
{
    /// <summary>All places; the first one is the action itself.</summary>
    public static IReadOnlyList<Place> All { get; } =
    [
        new("action", "On<EvGo>(nameof(Ac))", "private void Ac() { var B = this; Running++; {0} Running--; }", true),
        new("entry", "On<EvGo>(Next = S1)", "private void In() { var B = this; Running++; {0} Running--; }", true),
        new("helper", "On<EvGo>(nameof(Ac))", "private void Ac() { Running++; Helper(this, 3); Running--; } private void Helper(Box B, int depth) { if (depth > 0) { Helper(B, depth - 1); return; } {0} }", true),
        new("exit", "On<EvGo>(Next = S1), Exit(nameof(Out))", "private void Out() { var B = this; Running++; {0} Running--; }", true),
        new("property", "On<EvGo>(nameof(Ac))", "private void Ac() { Running++; _ = Property; Running--; } private int Property { get { var B = this; {0} return 1; } }", true),
        new("local function", "On<EvGo>(nameof(Ac))", "private void Ac() { Running++; Inner(this); Running--; void Inner(Box B) { {0} } }", true),
        new("struct", "On<EvGo>(nameof(Ac))", "private Part _part; private void Ac() { Running++; _part.Do(this); Running--; } private struct Part { public int Number; public void Do(Box B) { {0} } }", false),
        new("entry after ChangeState", "On<EvGo>(nameof(Ac))", "private void Ac() => ChangeState(State.S1); private void In() { var B = this; Running++; {0} Running--; }", true),
        new("constructor", "On<EvGo>(nameof(Ac))", "private void Ac() { Running++; _ = new Part(this); Running--; } private struct Part { public int Number; public Part(Box B) { {0} } }", false),
        new("operator", "On<EvGo>(nameof(Ac))", "private Part _part; private void Ac() { Running++; _part += this; Running--; } private struct Part { public int Number; public static Part operator +(Part a, Box B) { {0} return a; } }", false),
        new("guard", "On<EvGo>(nameof(Ac), When = nameof(Asks))", "private bool Asks() { var B = this; Running++; {0} Running--; return true; } private void Ac() { }", true),
        new("coercer", "On<EvGo>(nameof(Ac))", "[Parameter(Coerce = nameof(CookJudged))] public partial int Judged { get; set; } private void Ac() { Running++; Judged = 1; Running--; } private int CookJudged(int n) { var B = this; if (Running > 0) { {0} } return n; }", true),
        new("validator", "On<EvGo>(nameof(Ac))", "[Parameter(Validate = nameof(FitsJudged))] public partial int Judged { get; set; } private void Ac() { Running++; Judged = 1; Running--; } private bool FitsJudged(int n) { var B = this; if (Running > 0) { {0} } return true; }", true),
        new("start-up", "On<EvGo>(nameof(Ac))", "private void Ac() { Running++; StartUp(); Running--; } protected override void StartUp() { var B = this; if (Running > 0) { {0} } }", true),
        new("delay", "On<EvGo>(Next = S1)", "private TimeSpan Delay() { var B = this; Running++; {0} Running--; return TimeSpan.Zero; }", true),
    ];

    /// <summary>Places where the proof recognises harmless code. It does not follow a virtual method that an action calls.</summary>
    public static IReadOnlyList<Place> Seen { get; } = [.. All.Where(static place => place.Name != "start-up")];

    /// <summary>Whether no entry, exit or timeout surrounds the action, so that a row with a harmless action is written in place.</summary>
    public bool HasNoLife => !Row.Contains("S1", StringComparison.Ordinal) && !Code.Contains("S1", StringComparison.Ordinal);

    private string OfS1 => Code.Contains("void In()", StringComparison.Ordinal) ? "Enter(nameof(In)), " : Code.Contains("Delay()", StringComparison.Ordinal) ? "After(nameof(Delay)), " : "";

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>A gclass that counts the EvBack events, and notes whether one comes inside an action.</summary>
    /// <param name="fields">Fields of the gclass.</param>
    /// <param name="body">The code at this place.</param>
    /// <param name="talks">Whether another of its rows publishes: then the gclass has a queue, and the code is judged for its own row alone.</param>
    public string GClass(string fields, string body, bool talks) => $$"""
            [GClass, Input<EvGo>, Input<EvBack>{{(talks ? ", Input<EvTalk>, Output<EvTalk>" : "")}}]
            public sealed partial class Box : GObj, IDo
            {
                private enum State { [{{Row}}, On<EvBack>(nameof(AcBack)){{(talks ? ", On<EvTalk>(nameof(AcTalk))" : "")}}] S0, [{{OfS1}}On<EvBack>(nameof(AcBack)), Refuse] S1 }
                {{(talks ? "private void AcTalk() => Publish(new EvTalk());" : "")}}
                public int Running; public int Reentered; public int Backs;
                {{fields}}{{(fields.EndsWith('}') ? "" : ";")}}
                {{Code.Edited("{0}", body)}}
                private void AcBack() { if (Running != 0) { Reentered++; } Backs++; }
            }
        """;
}
