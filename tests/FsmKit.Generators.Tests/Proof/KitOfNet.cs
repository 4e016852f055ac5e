namespace FsmKit.Generators.Tests.Proof;

/// <summary>The types of <see cref="Kit"/> that derive from .NET's, and the hook that sends the event back.</summary>
internal static class KitOfNet
{
    public const string Source = """
        #pragma warning disable
        #nullable disable
        public static class Hook
        {
            [ThreadStatic] private static Func<Outcome> _send;
            [ThreadStatic] public static List<Outcome> Outcomes;
            private static readonly Func<int> Kept = Back;
            public static int Back() { if (_send is { } send && Outcomes.Count < 50) { Outcomes.Add(Outcome.Refused); Outcomes[^1] = send(); } return 1; }
            public static int Back(object any) => Back();
            public static void Arm(Func<Outcome> send) { Outcomes = []; _send = send; }
            public static void Disarm() => _send = null;
            public static void On(Task task) => task.ContinueWith(static _ => Back(), TaskContinuationOptions.ExecuteSynchronously);
            public static async Task Await(Task task) { await task; Back(); }
            public static void Take(Handler handler) { }
            public static void Many(params Built all) { }
            public static IEnumerable<int> Numbers() { yield return Back(); }
            public static IEnumerable<string> Strings() { Back(); yield return "a"; }
            public static ExecutionContext Context(AsyncLocal<int> local) { local.Value = 5; var context = ExecutionContext.Capture(); local.Value = 0; return context; }
            public static TaskScheduler Scheduler() { var old = SynchronizationContext.Current; SynchronizationContext.SetSynchronizationContext(new EvilContext()); try { return TaskScheduler.FromCurrentSynchronizationContext(); } finally { SynchronizationContext.SetSynchronizationContext(old); } }
            public static T Inline<T>(Func<T> make) { var old = SynchronizationContext.Current; SynchronizationContext.SetSynchronizationContext(new EvilContext()); try { return make(); } finally { SynchronizationContext.SetSynchronizationContext(old); } }
            public static void OnThrow(object sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs e) => Back();
            public static void OnActivity(object sender, ActivityChangedEventArgs e) => Back();
            public static System.Reflection.Assembly OnResolve(object sender, ResolveEventArgs e) { Back(); return null; }
            public static System.Diagnostics.Metrics.Counter<int> Counter()
            {
                var counter = new System.Diagnostics.Metrics.Meter("m").CreateCounter<int>("c");
                var listener = new System.Diagnostics.Metrics.MeterListener();
                listener.SetMeasurementEventCallback<int>((_, _, _, _) => Back());
                listener.EnableMeasurementEvents(counter);
                return counter;
            }
            public static System.Reflection.Emit.DynamicMethod Dynamic()
            {
                var method = new System.Reflection.Emit.DynamicMethod("m", typeof(int), []);
                var il = method.GetILGenerator(); il.Emit(System.Reflection.Emit.OpCodes.Call, typeof(Hook).GetMethod("Back", [])); il.Emit(System.Reflection.Emit.OpCodes.Ret);
                return method;
            }
            public static System.Runtime.CompilerServices.CallSite<Func<System.Runtime.CompilerServices.CallSite, int>> Site() =>
                System.Runtime.CompilerServices.CallSite<Func<System.Runtime.CompilerServices.CallSite, int>>.Create(new EvilSite());
        }

        public sealed class EvilSite : System.Runtime.CompilerServices.CallSiteBinder { public override System.Linq.Expressions.Expression Bind(object[] args, ReadOnlyCollection<System.Linq.Expressions.ParameterExpression> parameters, System.Linq.Expressions.LabelTarget label) { Hook.Back(); return System.Linq.Expressions.Expression.Return(label, System.Linq.Expressions.Expression.Constant(1)); } }
        public sealed class EvilComparer : IEqualityComparer<int>, IEqualityComparer<string>, IComparer<int>, System.Collections.IEqualityComparer
        {
            public bool Equals(int a, int b) => Hook.Back() == 1; public int GetHashCode(int n) => Hook.Back(); public bool Equals(string a, string b) => Hook.Back() == 1; public int GetHashCode(string n) => Hook.Back();
            public int Compare(int a, int b) => Hook.Back(); public new bool Equals(object a, object b) => Hook.Back() == 1; public int GetHashCode(object n) => Hook.Back();
        }
        public sealed class EvilContext : SynchronizationContext { public override void Post(SendOrPostCallback d, object state) { Hook.Back(); d(state); } }
        public sealed class EvilWait : SynchronizationContext { public EvilWait() => SetWaitNotificationRequired(); public override int Wait(IntPtr[] handles, bool all, int timeout) { Hook.Back(); return WaitHelper(handles, all, timeout); } }
        public sealed class EvilScheduler : TaskScheduler { protected override IEnumerable<Task> GetScheduledTasks() => []; protected override void QueueTask(Task task) => TryExecuteTask(task); protected override bool TryExecuteTaskInline(Task task, bool queued) => TryExecuteTask(task); }
        public sealed class EvilProgress : IProgress<int> { public void Report(int n) => Hook.Back(); }
        public sealed class EvilObserver : IObserver<int> { public void OnNext(int n) => Hook.Back(); public void OnError(Exception x) { } public void OnCompleted() { } }
        public sealed class EvilObserver2 : IObserver<KeyValuePair<string, object>> { public void OnNext(KeyValuePair<string, object> n) => Hook.Back(); public void OnError(Exception x) { } public void OnCompleted() { } }
        public sealed class EvilObservable : IObservable<int> { public IDisposable Subscribe(IObserver<int> observer) { Hook.Back(); return null; } }
        public sealed class EvilListener : TraceListener { public override void Write(string text) => Hook.Back(); public override void WriteLine(string text) => Hook.Back(); }
        public sealed class EvilEvents : System.Diagnostics.Tracing.EventListener { protected override void OnEventWritten(System.Diagnostics.Tracing.EventWrittenEventArgs e) => Hook.Back(); }
        public sealed class EvilLogger : Microsoft.Extensions.Logging.ILogger { public IDisposable BeginScope<T>(T state) => null; public bool IsEnabled(Microsoft.Extensions.Logging.LogLevel level) => Hook.Back() == 1; public void Log<T>(Microsoft.Extensions.Logging.LogLevel level, Microsoft.Extensions.Logging.EventId id, T state, Exception x, Func<T, Exception, string> text) => Hook.Back(); }
        public sealed class EvilWriter : System.IO.TextWriter { public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8; public override void Write(char c) => Hook.Back(); public override void WriteLine(string s) => Hook.Back(); }
        public sealed class EvilReader : System.IO.TextReader { public override int Read(char[] buffer, int index, int count) { Hook.Back(); "<a/>".CopyTo(0, buffer, index, 4); return 4; } }
        public sealed class EvilStream : System.IO.Stream
        {
            public override bool CanRead => true; public override bool CanSeek => false; public override bool CanWrite => true; public override long Length => 0; public override long Position { get; set; }
            public override void Flush() => Hook.Back(); public override int Read(byte[] buffer, int offset, int count) => 0; public override long Seek(long offset, System.IO.SeekOrigin origin) => 0; public override void SetLength(long value) { }
            public override void Write(byte[] buffer, int offset, int count) => Hook.Back(); protected override void Dispose(bool disposing) => Hook.Back();
        }
        public sealed class EvilCulture : System.Globalization.CultureInfo
        {
            public EvilCulture() : base("") { }
            public override object GetFormat(Type type) { Hook.Back(); return base.GetFormat(type); }
            public override System.Globalization.NumberFormatInfo NumberFormat { get { Hook.Back(); return base.NumberFormat; } set { } }
            public override System.Globalization.DateTimeFormatInfo DateTimeFormat { get { Hook.Back(); return base.DateTimeFormat; } set { } }
            public override System.Globalization.CompareInfo CompareInfo { get { Hook.Back(); return base.CompareInfo; } }
            public override System.Globalization.TextInfo TextInfo { get { Hook.Back(); return base.TextInfo; } }
        }
        public sealed class EvilProvider : IFormatProvider { public object GetFormat(Type type) { Hook.Back(); return null; } }
        public sealed class EvilFormattable : ISpanFormattable { public string ToString(string format, IFormatProvider provider) => $"{Hook.Back()}"; public bool TryFormat(Span<char> to, out int written, ReadOnlySpan<char> format, IFormatProvider provider) { written = 0; return Hook.Back() == 1; } }
        public sealed class EvilConvertible : IConvertible
        {
            public TypeCode GetTypeCode() => TypeCode.Int32; public int ToInt32(IFormatProvider p) => Hook.Back(); public object ToType(Type type, IFormatProvider p) => Hook.Back();
            bool IConvertible.ToBoolean(IFormatProvider p) => true; byte IConvertible.ToByte(IFormatProvider p) => 1; char IConvertible.ToChar(IFormatProvider p) => 'a'; DateTime IConvertible.ToDateTime(IFormatProvider p) => default;
            decimal IConvertible.ToDecimal(IFormatProvider p) => 1; double IConvertible.ToDouble(IFormatProvider p) => 1; short IConvertible.ToInt16(IFormatProvider p) => 1; long IConvertible.ToInt64(IFormatProvider p) => 1;
            sbyte IConvertible.ToSByte(IFormatProvider p) => 1; float IConvertible.ToSingle(IFormatProvider p) => 1; string IConvertible.ToString(IFormatProvider p) => ""; ushort IConvertible.ToUInt16(IFormatProvider p) => 1;
            uint IConvertible.ToUInt32(IFormatProvider p) => 1; ulong IConvertible.ToUInt64(IFormatProvider p) => 1;
        }
        public sealed class EvilCastable : System.Runtime.InteropServices.IDynamicInterfaceCastable
        {
            public bool IsInterfaceImplemented(RuntimeTypeHandle type, bool throws) => Hook.Back() == 1; public RuntimeTypeHandle GetInterfaceImplementation(RuntimeTypeHandle type) => typeof(IDisposableFor).TypeHandle;
        }
        [System.Runtime.InteropServices.DynamicInterfaceCastableImplementation] public interface IDisposableFor : IDisposable { void IDisposable.Dispose() { } }
        public sealed class EvilEncoding : System.Text.UTF8Encoding { public override int GetByteCount(string text) => Hook.Back(); }
        public sealed class EvilFallback : System.Text.EncoderFallback { public override int MaxCharCount => 1; public override System.Text.EncoderFallbackBuffer CreateFallbackBuffer() { Hook.Back(); return new System.Text.EncoderReplacementFallback("?").CreateFallbackBuffer(); } }
        public sealed class EvilRandom : Random { public override int Next() => Hook.Back(); public override int Next(int max) => Hook.Back() - 1; public override int Next(int min, int max) { Hook.Back(); return min; } }
        public sealed class EvilTime : TimeProvider { public override DateTimeOffset GetUtcNow() { Hook.Back(); return default; } public override long GetTimestamp() => Hook.Back(); }
        public sealed class EvilPool : System.Buffers.ArrayPool<byte> { public override byte[] Rent(int n) { Hook.Back(); return new byte[n]; } public override void Return(byte[] array, bool clear) => Hook.Back(); }
        public sealed class EvilBuffer : System.Buffers.IBufferWriter<byte> { public void Advance(int n) => Hook.Back(); public Memory<byte> GetMemory(int n) => new byte[16]; public Span<byte> GetSpan(int n) => new byte[16]; }
        public sealed class EvilManager : System.Buffers.MemoryManager<int> { public override Span<int> GetSpan() { Hook.Back(); return new int[1]; } public override System.Buffers.MemoryHandle Pin(int n) => default; public override void Unpin() { } protected override void Dispose(bool disposing) { } public override Memory<int> Memory => CreateMemory(1); }
        public sealed class EvilCollection : Collection<int> { public EvilCollection() : base(new EvilBacking { 1 }) { } protected override void InsertItem(int index, int item) => Hook.Back(); protected override void SetItem(int index, int item) => Hook.Back(); }
        public class EvilBacking : List<int>, IEnumerable<int>, IList<int> { IEnumerator<int> IEnumerable<int>.GetEnumerator() { Hook.Back(); return GetEnumerator(); } }
        public sealed class EvilKeyed : KeyedCollection<int, int> { protected override int GetKeyForItem(int item) { Hook.Back(); return item; } }
        public sealed class EvilList : List<int>, ICollection<int>, IEnumerable<int>, IReadOnlyList<int>
        {
            int ICollection<int>.Count { get { Hook.Back(); return 1; } } int IReadOnlyCollection<int>.Count { get { Hook.Back(); return 1; } }
            void ICollection<int>.CopyTo(int[] array, int index) => Hook.Back(); IEnumerator<int> IEnumerable<int>.GetEnumerator() { Hook.Back(); return GetEnumerator(); }
        }
        public sealed class EvilObjects : System.Collections.ArrayList { public override object this[int index] { get => Hook.Back(); set => Hook.Back(); } }
        public sealed class EvilTuple : System.Runtime.CompilerServices.ITuple { public int Length { get { Hook.Back(); return 2; } } public object this[int index] => Hook.Back(); }
        public sealed class EvilHandle : System.Runtime.InteropServices.SafeHandle { public EvilHandle() : base(IntPtr.Zero, true) => SetHandle(1); public override bool IsInvalid => false; protected override bool ReleaseHandle() => Hook.Back() == 1; }
        public sealed class EvilType : System.Reflection.TypeDelegator { public EvilType() : base(typeof(int)) { } protected override bool IsValueTypeImpl() => Hook.Back() == 1; }
        public sealed class EvilConverter : System.ComponentModel.TypeConverter { public override object ConvertTo(System.ComponentModel.ITypeDescriptorContext context, System.Globalization.CultureInfo culture, object value, Type type) => $"{Hook.Back()}"; }
        public sealed class EvilMessages : System.Net.Http.HttpMessageHandler { protected override Task<System.Net.Http.HttpResponseMessage> SendAsync(System.Net.Http.HttpRequestMessage m, CancellationToken c) => null; protected override void Dispose(bool disposing) => Hook.Back(); }
        public class EvilProxy : System.Reflection.DispatchProxy { protected override object Invoke(System.Reflection.MethodInfo method, object[] args) => Hook.Back(); }
        public sealed class EvilBinder : System.Reflection.Binder
        {
            public override System.Reflection.MethodBase BindToMethod(System.Reflection.BindingFlags flags, System.Reflection.MethodBase[] match, ref object[] args, System.Reflection.ParameterModifier[] m, System.Globalization.CultureInfo c, string[] n, out object state) { Hook.Back(); state = null; return match[0]; }
            public override System.Reflection.FieldInfo BindToField(System.Reflection.BindingFlags flags, System.Reflection.FieldInfo[] match, object value, System.Globalization.CultureInfo c) => match[0];
            public override object ChangeType(object value, Type type, System.Globalization.CultureInfo c) => value; public override void ReorderArgumentArray(ref object[] args, object state) { }
            public override System.Reflection.MethodBase SelectMethod(System.Reflection.BindingFlags flags, System.Reflection.MethodBase[] match, Type[] types, System.Reflection.ParameterModifier[] m) { Hook.Back(); return match[0]; }
            public override System.Reflection.PropertyInfo SelectProperty(System.Reflection.BindingFlags flags, System.Reflection.PropertyInfo[] match, Type type, Type[] indexes, System.Reflection.ParameterModifier[] m) => match[0];
        }
        """;
}
