namespace FsmKit.Generators.Tests.Proof;

/// <summary>Source text that the programs of <see cref="CallBack"/> share. All members call <c>Hook.Back</c>.</summary>
internal static class Kit
{
    public const string Source = """
        global using System.Buffers; global using System.Collections.ObjectModel; global using System.Diagnostics; global using System.Threading; global using System.Threading.Tasks;
        #pragma warning disable
        #nullable disable
        public readonly record struct EvGo; public readonly record struct EvBack; public readonly record struct EvTalk;
        public delegate int Func2();

        public sealed class Evil : IComparable<Evil>, IComparable, IEquatable<Evil>
        {
            public bool Other => Hook.Back() == 1;
            public override bool Equals(object other) => Hook.Back() == 1; public bool Equals(Evil other) => Hook.Back() == 1;
            public override int GetHashCode() => Hook.Back(); public override string ToString() => $"{Hook.Back()}";
            public int CompareTo(Evil other) => Hook.Back() - 1; public int CompareTo(object other) => Hook.Back() - 1;
            public static object operator +(Evil a, Evil b) => Hook.Back(); public static Evil operator +(Evil a, int b) { Hook.Back(); return a; }
            public static object operator -(Evil a, Evil b) => Hook.Back(); public static object operator -(Evil a) => Hook.Back();
            public static bool operator <(Evil a, Evil b) => Hook.Back() == 1; public static bool operator >(Evil a, Evil b) => Hook.Back() == 1;
            public static bool operator ==(Evil a, Evil b) => Hook.Back() == 1; public static bool operator !=(Evil a, Evil b) => Hook.Back() == 1;
            public static bool operator ==(Evil a, int b) => Hook.Back() == 1; public static bool operator !=(Evil a, int b) => Hook.Back() == 1;
            public static object operator !(Evil a) => Hook.Back(); public static object operator ~(Evil a) => Hook.Back(); public static object operator <<(Evil a, int b) => Hook.Back();
            public static bool operator true(Evil a) => Hook.Back() == 1; public static bool operator false(Evil a) => Hook.Back() == 0;
            public static Evil operator &(Evil a, Evil b) { Hook.Back(); return a; } public static Evil operator |(Evil a, Evil b) { Hook.Back(); return a; }
            public static Evil operator ++(Evil a) { Hook.Back(); return a; }
            public static explicit operator string(Evil a) => $"{Hook.Back()}";
            public void Deconstruct(out int a, out int b) => a = b = Hook.Back();
            public int Length => Hook.Back(); public int this[int index] { get => Hook.Back(); set => Hook.Back(); } public Evil Slice(int from, int length) { Hook.Back(); return this; }
        }

        public struct EvilValue : IComparable<EvilValue>, IEquatable<EvilValue>
        {
            public int N;
            public override bool Equals(object other) => Hook.Back() == 1; public bool Equals(EvilValue other) => Hook.Back() == 1;
            public override int GetHashCode() => Hook.Back(); public override string ToString() => $"{Hook.Back()}"; public int CompareTo(EvilValue other) => Hook.Back();
            public static EvilValue operator +(EvilValue a, EvilValue b) { Hook.Back(); return a; } public static object operator +(EvilValue a, int b) => Hook.Back();
            public static object operator -(EvilValue a, EvilValue b) => Hook.Back(); public static object operator -(EvilValue a) => Hook.Back();
            public static EvilValue operator --(EvilValue a) { Hook.Back(); return a; }
            public static bool operator <(EvilValue a, EvilValue b) => Hook.Back() == 1; public static bool operator >(EvilValue a, EvilValue b) => Hook.Back() == 1;
            public static bool operator ==(EvilValue a, EvilValue b) => Hook.Back() == 1; public static bool operator !=(EvilValue a, EvilValue b) => Hook.Back() == 1;
            public static object operator !(EvilValue a) => Hook.Back(); public static object operator ~(EvilValue a) => Hook.Back(); public static object operator <<(EvilValue a, int b) => Hook.Back();
            public static bool operator true(EvilValue a) => Hook.Back() == 1; public static bool operator false(EvilValue a) => Hook.Back() == 0;
            public static EvilValue operator &(EvilValue a, EvilValue b) { Hook.Back(); return a; } public static EvilValue operator |(EvilValue a, EvilValue b) { Hook.Back(); return a; }
        }

        public struct Plain { public int N; public override string ToString() => $"{Hook.Back()}"; }
        public struct Holder { public int N; public Evil V; }
        public record struct Pair(int N, Evil V);
        public record struct OwnPair(int N) { public bool Equals(OwnPair other) => Hook.Back() == 1; public override int GetHashCode() => 1; }
        public record Note(Evil V);
        public struct Number { public int N; public static implicit operator int(Number n) => Hook.Back(); public static implicit operator Number(int n) { Hook.Back(); return default; } }
        public struct EvilMath : System.Numerics.IAdditionOperators<EvilMath, EvilMath, EvilMath> { public int N; public static EvilMath operator +(EvilMath a, EvilMath b) { Hook.Back(); return a; } }
        public sealed class Counter { public int N; public void operator ++() { Hook.Back(); } public void operator +=(int n) { Hook.Back(); } }
        public struct Peculiar { public void Deconstruct(out int a, out int b) => a = b = Hook.Back(); }
        public struct Kept : IDo { public int Value { get; set { field = value; Hook.Back(); } } public void Do() => Hook.Back(); public void Deep() => Deeper(); private void Deeper() => Do(); }
        public sealed class Made : IDisposable { public Made() { Hook.Back(); } public Made(int n) { Hook.Back(); } public int Value => Hook.Back(); public void Do() => Hook.Back(); public void Dispose() => Hook.Back(); }
        public sealed class Many<T> where T : Base, new() { public void Do() => new T().Do(); }
        public sealed class Oops : Exception { public override string Message { get { Hook.Back(); return ""; } } }
        public sealed class Raiser { public event Action Happened; public event Action Custom { add => Hook.Back(); remove => Hook.Back(); } public void Raise() => Happened(); }
        public sealed class Model : System.ComponentModel.INotifyPropertyChanged
        {
            public event System.ComponentModel.PropertyChangedEventHandler PropertyChanged; public bool Loud { get; set; }
            public int Value { get => Loud ? Hook.Back() : 1; set => PropertyChanged?.Invoke(this, new("Value")); }
        }
        public interface IDo { void Do() { } void Default() => Hook.Back(); }
        public interface IStatic { static abstract void Static(); }
        public abstract class Base { public abstract int Value { get; } public virtual void Do() { } public virtual int this[int index] => 1; public void Inherited() => Do(); }
        public class Derived : Base, IDo, IStatic, ICloneable, IServiceProvider, IAsyncDisposable
        {
            public override int Value => Hook.Back(); public override void Do() => Hook.Back(); public override int this[int index] => Hook.Back(); public static void Static() => Hook.Back();
            public object Clone() => Hook.Back(); public object GetService(Type type) => Hook.Back(); public ValueTask DisposeAsync() { Hook.Back(); return default; }
        }
        public static class Extensions
        {
            extension(int n) { public int Doubled => Hook.Back(); }
            public static void Extension(this int n) => Hook.Back();
            public static IEnumerator<int> GetEnumerator(this Extended e) { Hook.Back(); return new List<int>().GetEnumerator(); }
            public static void Deconstruct(this Extended e, out int a, out int b) => a = b = Hook.Back();
        }
        public sealed class Extended;
        public class Sequence : System.Collections.IEnumerable { public void Add(int n) => Hook.Back(); public IEnumerator<int> GetEnumerator() { Hook.Back(); return new List<int>().GetEnumerator(); } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }
        public struct SequenceValue { public Enumerator GetEnumerator() => default; public struct Enumerator { public int Current => 1; public bool MoveNext() => Hook.Back() == 0; } }
        public sealed class SequenceWithEnd { public Enumerator GetEnumerator() => default; public struct Enumerator : IDisposable { public int Current => 1; public bool MoveNext() => false; public void Dispose() => Hook.Back(); } }
        [System.Runtime.CompilerServices.CollectionBuilder(typeof(Builder), "Make")] public sealed class Built : List<int>;
        public static class Builder { public static Built Make(ReadOnlySpan<int> items) { Hook.Back(); return new(); } }
        public sealed class Asked { public Asked Where(Func<int, bool> which) { Hook.Back(); return this; } public Asked Select(Func<int, int> what) { Hook.Back(); return this; } }
        public sealed class Bad : IDisposable { public void Dispose() => Hook.Back(); }
        public ref struct BadSpan { public int N; public void Dispose() => Hook.Back(); }
        public sealed class Awaited : System.Runtime.CompilerServices.INotifyCompletion { public Awaited GetAwaiter() => this; public bool IsCompleted => Hook.Back() == 1; public void GetResult() => Hook.Back(); public void OnCompleted(Action next) => next(); }
        [System.Runtime.CompilerServices.InterpolatedStringHandler] public ref struct Handler { public Handler(int a, int b) { Hook.Back(); } public void AppendFormatted(int n) => Hook.Back(); public void AppendLiteral(string s) => Hook.Back(); }
        [Marked] public sealed class MarkedAttribute : Attribute { public MarkedAttribute() => Hook.Back(); }
        [Marked] public sealed class Marked;
        [GClass] public sealed partial class Foreign : GObj
        {
            [Parameter(Coerce = nameof(Cook))] public partial int Limit { get; set; } private static int Cook(int n) => Hook.Back();
            public void Call() => Hook.Back(); protected override void GoOut() => Hook.Back();
        }
        """;
}
