namespace FsmKit.Generators.Emitting;

/// <summary>
/// Short names, defined at the top of a generated file, for types that it names on many lines. They have the prefix of its other names, and
/// <see cref="Reading.GeneratedNames"/> ensures that no type of the author has the same name.
/// </summary>
internal static class Aliases
{
    /// <summary>The name after the prefix, and the type that it stands for.</summary>
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
        (NotUsers, "global::System.Diagnostics.DebuggerNonUserCodeAttribute"),
    ];

    public const string Outcome = "Outcome";
    public const string Gate = "Gate";
    public const string GObj = "GObj";
    public const string Admission = "Admission";
    public const string Answer = "Answer";
    public const string Compiled = "Compiled";
    public const string Generated = "Generated";
    public const string NotCounted = "NotCounted";
    public const string NotUsers = "NotUsers";

    public static void Emit(SourceWriter writer, string prefix)
    {
        foreach (var (name, type) in All)
        {
            writer.Line($"using {prefix}{name} = {type};");
        }
    }
}
