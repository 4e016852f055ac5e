namespace FsmKit.Generators.Tests.Proof;

/// <summary>Where in a gclass the code stands that an action runs.</summary>
/// <param name="Name">Where.</param>
/// <param name="Row">The row of EvGo in the first state.</param>
/// <param name="Code">The members; <c>{0}</c> is the code, in which the gobj is <c>B</c>.</param>
/// <param name="Inside">Whether the code is the gclass's own, which may name its generated members.</param>
public sealed record Place(string Name, string Row, string Code, bool Inside)
{
    /// <summary>All of them; the first is the action itself.</summary>
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
    ];

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>A gclass that counts how often EvBack comes, and whether it comes inside an action.</summary>
    public string GClass(string fields, string body) => $$"""
            [GClass, Input<EvGo>, Input<EvBack>]
            public sealed partial class Box : GObj, IDo
            {
                private enum State { [{{Row}}, On<EvBack>(nameof(AcBack))] S0, [{{(Code.Contains("void In()", StringComparison.Ordinal) ? "Enter(nameof(In)), " : "")}}On<EvBack>(nameof(AcBack)), Refuse] S1 }
                public int Running; public int Reentered; public int Backs;
                {{fields}}{{(fields.EndsWith('}') ? "" : ";")}}
                {{Code.Replace("{0}", body, StringComparison.Ordinal)}}
                private void AcBack() { if (Running != 0) { Reentered++; } Backs++; }
            }
        """;
}
