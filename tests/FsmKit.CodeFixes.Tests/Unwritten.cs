namespace FsmKit.CodeFixes.Tests;

/// <summary>Body of a method that a fix has added.</summary>
internal static class Unwritten
{
    /// <summary>The statement, in two pieces: a search for unwritten code must not find the tests.</summary>
    public const string Throw = "throw new NotImplemented" + "Exception();";
}
