namespace FsmKit.Generators.Tests.Proof;

/// <summary>Code that runs before the first use of a type or makes an object. Each program has types of its own for it.</summary>
internal static class Beginning
{
    public static IReadOnlyList<CallBack> All { get; } =
    [
        new("a static constructor", "public static class S { public static int N; static S() => N = Hook.Back(); } public int M", "", "B.M = S.N;"),
        new("a static initialiser", "public static class S { public static int N = Hook.Back(); } public int M", "", "B.M = S.N;"),
        new("a static initialiser beside what is read", "public static class S { public static int N; static readonly int Other = Hook.Back(); static S() { } } public int M", "", "B.M = S.N;"),
        new("a static initialiser, deep", "public static class S { public static int N = T.N; } public static class T { public static int N = Hook.Back(); } public int M", "", "B.M = S.N;"),
        new("a static property's initialiser", "public struct S { public static int N { get; } = Hook.Back(); static S() { } } public int M", "", "B.M = S.N;"),
        new("the static constructor of a struct", "public struct S { public int N; static S() => Hook.Back(); public readonly int Get() => N; } public S V", "", "_ = B.V.Get();"),
        new("the static constructor of a struct, by its constructor", "public struct S { public int N; static S() => Hook.Back(); public S(int n) => N = n; } public S V", "", "B.V = new S(1);"),
        new("the static initialiser of a generic class", "public static class S<T> { public static int N = Hook.Back(); } public int M", "", "B.M = S<int>.N;"),
        new("writing a static field", "public static class S { public static int N = Hook.Back(); } public int M", "", "S.N = 3;"),
        new("a field's initialiser", "public sealed class S { public int N = Hook.Back(); } public S V", "", "B.V = new S();"),
        new("a property's initialiser", "public sealed class S { public int N { get; } = Hook.Back(); } public S V", "", "B.V = new();"),
        new("the field initialiser of a struct", "public struct S { public int N = Hook.Back(); public S(int n) { } } public S V", "", "B.V = new S(1);"),
        new("the field initialiser of a record struct", "public record struct S(int N) { public int M = Hook.Back(); } public S V", "", "B.V = new S(1);"),
        new("the field initialiser of a primary constructor", "public struct S(int n) { public int M = n + Hook.Back(); } public S V", "", "B.V = new S(1);"),
        new("the property initialiser of a struct", "public struct S(int n) { public int M { get; set; } = n + Hook.Back(); } public S V", "", "B.V = new S(1);"),
        new("a constructor", "public sealed class S { public S() => Hook.Back(); } public S V", "", "B.V = new S();"),
        new("the constructor of a struct", "public struct S { public S() => Hook.Back(); } public S V", "", "B.V = new S();"),
        new("a constructor that calls another", "public struct S { public S(int n) : this() { } public S() => Hook.Back(); } public S V", "", "B.V = new S(1);"),
        new("a base class's constructor", "public class R { public R() => Hook.Back(); } public sealed class S : R; public S V", "", "B.V = new S();"),
        new("an exception's constructor", "public sealed class S : Exception { public S() => Hook.Back(); } public S V", "", "B.V = new S();"),
        new("a record's copy", "public record S { public S() { } protected S(S other) => Hook.Back(); } public S V", "B.V = new();", "_ = B.V with { };"),
        new("an init property with code", "public struct S { public int N { get => 1; init => Hook.Back(); } } public S V", "", "B.V = new S { N = 3 };"),
        new("an init property of a record struct", "public record struct S(int N) { public int M { get; set { field = value; Hook.Back(); } } } public S V", "", "B.V = B.V with { M = 3 };"),
        new("a positional property with code", "public record struct S(int N) { public int N { get => Hook.Back(); init; } = N; } public S V", "", "_ = B.V.N;"),
        new("a new of a type parameter", "public sealed class S { public S() => Hook.Back(); } public object V", "", "B.V = Make<S>(); static T Make<T>() where T : new() => new T();"),
        new("a new gobj", "public sealed class S : GObj { public S() => Hook.Back(); } public object V", "", "B.V = new S();"),
        new("a new of the gclass itself", "public Box V; public bool Loud; public readonly int N = Hook.Back()", "", "B.V = new Box();"),
        new("a static lambda's class", "public static class S { public static Func<int> F = () => Hook.Back(); } public int M", "", "B.M = S.F();"),
        new("a default of an argument", "public struct S { public S(int n = 3) => Hook.Back(); } public S V", "", "B.V = new S(2);"),
        new("a thread-static initialiser", "public static class S { [ThreadStatic] public static int N = Hook.Back(); } public int M", "", "B.M = S.N;"),
        new("RunClassConstructor", "public static class S { public static int N; static S() => Hook.Back(); } public int M", "", "System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(S).TypeHandle);"),
    ];
}
