namespace FsmKit.Generators.Emitting;

/// <summary>
/// Short names at the top of a generated file for what it says on every other line. They begin as its other names do, and
/// <see cref="Reading.GeneratedNames"/> sees to it that no type of the author's is in their way.
/// </summary>
internal static class Aliases
{
    /// <summary>What follows the prefix, and what it stands for.</summary>
    public static readonly IReadOnlyList<(string Name, string Type)> All =
    [
        (Outcome, "global::FsmKit.Outcome"),
        (Gate, "global::FsmKit.CompilerServices.MachineGate"),
        (GObj, "global::FsmKit.GObj"),
        (Admission, "global::FsmKit.CompilerServices.Admission"),
        (Answer, "global::FsmKit.Answer"),
        (Compiled, "global::System.Runtime.CompilerServices.MethodImplAttribute"),
        (Generated, "global::System.CodeDom.Compiler.GeneratedCodeAttribute"),
        (NotCounted, "global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverageAttribute"),
    ];

    public const string Outcome = "Outcome";
    public const string Gate = "Gate";
    public const string GObj = "GObj";
    public const string Admission = "Admission";
    public const string Answer = "Answer";
    public const string Compiled = "Compiled";
    public const string Generated = "Generated";
    public const string NotCounted = "NotCounted";

    public static void Emit(SourceWriter writer, string prefix)
    {
        foreach (var (name, type) in All)
        {
            writer.Line($"using {prefix}{name} = {type};");
        }
    }
}
