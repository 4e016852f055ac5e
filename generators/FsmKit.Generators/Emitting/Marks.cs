using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// The attributes by which tools tell generated members from the author's: those that judge code, and those that count what tests cover. They
/// stand on the members: on the class they would be about the author's own lines too.
/// </summary>
internal static class Marks
{
    public const string OfField = "[" + GeneratedCode + "]";

    private const string GeneratedCode = "global::System.CodeDom.Compiler.GeneratedCode(\"" + KnownNames.Tool + "\", null)";
    private const string NotCounted = "global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage";

    // The compiler lets only what is obsolete itself name what is obsolete by error.
    private const string Obsolete = "global::System.Obsolete";

    public static string OfMember(MachineModel model) => $"[{GeneratedCode}, {NotCounted}{(model.IsObsolete ? ", " + Obsolete : "")}]";
}
