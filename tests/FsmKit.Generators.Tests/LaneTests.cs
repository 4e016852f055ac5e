using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

/// <summary>Checks that a gclass has a queue unless no action leads back. Unknown code counts as a way back.</summary>
public class LaneTests
{
    private const string Around = """
        public readonly record struct EvA(int N);
        public readonly record struct EvOut;
        public struct Plain { public int Field; public int Auto { get; set; } public int Twice => Field * 2; public Plain(int n) => Field = n; public void Add() => Field++; }
        public struct Talker { public Action A; public int Computed { get { A(); return 1; } } public Talker(Action a) { A = a; a(); } public void Say() => A(); }
        public class Foreign { public int Auto { get; set; } public int Computed => 1; public virtual void Virtual() { } public override string ToString() => "text"; public void Deconstruct(out int a, out int b) => a = b = 0; }
        public class Custom { public int Length => 1; public int this[int index] => 1; }
        public interface IForeign { void Call(); }
        """;

    [Theory]
    [InlineData("")]
    [InlineData("_n++; _n += e.N; _n = Math.Max(_n, 3);")]
    [InlineData("Helper(e.N);")]
    [InlineData("_list.Add(e.N); foreach (var item in _list) { _n += item; } _text = string.Join(\", \", _texts);")]
    [InlineData("_text = $\"{_text} {Name} {this} {'c'} {e.N > 1}\" + _text + 'c'; _text += _text;")]
    [InlineData("if (CurrentState != State.S1 && !(CurrentState == State.S0)) { var now = CurrentState; _n = now switch { State.S0 => 1, _ => 2 }; }")]
    [InlineData("_list.AddRange(new[] { 1, 2 }); _list.Clear(); if (_map.TryGetValue(_n, out var text)) { _text = text; }")]
    [InlineData("Auto = e.N; Limit = Auto; _n = Limit; Cooked = 3;")]
    [InlineData("_plain = new Plain(3) { Auto = 4 }; _plain.Add(); _n = _plain.Twice + _plain.Auto; _plain = default;")]
    [InlineData("Post(this, new EvA(e.N + 1));")]
    [InlineData("if (e == new EvA(1) && e with { N = 2 } is { N: 2 }) { ChangeState(State.S1); } if (CurrentState == State.S0) { _n = 0; }")]
    [InlineData("var (a, b) = (e.N, 2); _n = a + b;")]
    [InlineData("foreach (var i in _array) { _n += i; } foreach (var letter in _text) { _n += letter; }")]
    [InlineData("if (e.N < 0) { throw new InvalidOperationException(\"no\"); }")]
    [InlineData("_n = _span.Count; _text = _span.Text;")]
    [InlineData("_when = DateTimeOffset.UtcNow + TimeSpan.FromSeconds(e.N);")]
    [InlineData("_set = new EvSetTimer(TimeSpan.Zero, Autostart: true); if (_set.Interval > TimeSpan.Zero) { _n++; }")]
    [InlineData("_tuple = (e.N, _text); var (n, text) = _tuple; _n = n; _text = text; _n = _tuple.Number;")]
    [InlineData("StartTimer(TimeSpan.FromSeconds(e.N), e); this.StartTimer(TimeSpan.Zero, TimeSpan.FromHours(1), new EvA(e.N + 1));")]
    [InlineData("if (StopTimer<EvA>() || TimeLeft<EvA>() is null || TimeLeft<EvA>() > TimeSpan.Zero) { _n++; }")]
    [InlineData("_text = e.N switch { 0 => nameof(Box), > 5 => \"many\", _ => _text[1..] };")]
    public void Actions_that_lead_nowhere_need_no_queue(string body) => Assert.Equal("Direct", Lane(body));

    [Theory]
    [InlineData("_action();")]
    [InlineData("_action?.Invoke();")]
    [InlineData("Happened?.Invoke();")]
    [InlineData("Happened += () => { };")]
    [InlineData("_foreign.Virtual();")]
    [InlineData("_interface.Call();")]
    [InlineData("_ = new Foreign();")]
    [InlineData("_n = _foreign.Computed;")]
    [InlineData("_n = _foreign.Auto;")]
    [InlineData("Publish(new EvOut());")]
    [InlineData("Send(this, e);")]
    [InlineData("this.Send(e);")]
    [InlineData("((IAccept<EvA>)this).Receive(e, this);")]
    [InlineData("Destroy();")]
    [InlineData("Gaplic.RunOnce();")]
    [InlineData("TraceMachine = MachineTraceLevel.Data;")]
    [InlineData("Create<Box>(\"child\");")]
    [InlineData("Parent!.Destroy();")]
    [InlineData("_list.ForEach(_ => { });")]
    [InlineData("_list.Sort(Compare);")]
    [InlineData("foreach (var item in _items) { _n += item; }")]
    [InlineData("_text = string.Join(\", \", _items);")]
    [InlineData("_n = _list.Where(static item => item > 1).Count();")]
    [InlineData("_text = $\"{_foreign}\";")]
    [InlineData("_text = \"\" + _foreign;")]
    [InlineData("_text += _foreign;")]
    [InlineData("_text = string.Format(\"{0}\", _foreign);")]
    [InlineData("_text = string.Concat(1, 2, 3, _foreign);")]
    [InlineData("_text = _foreign.ToString();")]
    [InlineData("var (a, b) = _foreign; _n = a + b;")]
    [InlineData("if (_foreign is (1, 2)) { _n = 1; }")]
    [InlineData("_n = _talker.Computed;")]
    [InlineData("_talker.Say();")]
    [InlineData("_talker = new Talker(_action);")]
    [InlineData("int[] all = [.. _items]; _n = all.Length;")]
    [InlineData("Computed = 3;")]
    [InlineData("_n = _custom[^1];")]
    [InlineData("if (_custom is [1, ..]) { _n = 1; }")]
    [InlineData("_n = ((int)_talker.Computed, _n) == (1, 2) ? 1 : 0;")]
    [InlineData("Local(); void Local() => _action();")]
    [InlineData("dynamic d = 3; d.Call();")]
    [InlineData("using var reader = new System.IO.StringReader(_text);")]
    [InlineData("System.Console.Out.WriteLine(_text);")]
    [InlineData("Helper(0); Deep();")]
    [InlineData("Unknown();")]
    [InlineData("_when = Now;")]
    [InlineData("_text = $\"{_n}\";")]
    [InlineData("_text = string.Join(\", \", _list);")]
    [InlineData("_list.AddRange(_list);")]
    [InlineData("_given[1] = _text;")]
    [InlineData("try { _n++; } finally { _n--; }")]
    [InlineData("lock (_list) { _n++; }")]
    public void Whatever_may_lead_back_needs_a_queue(string body) => Assert.Equal("Queued", Lane(body));

    [Theory]
    [InlineData("protected override void StartUp() { base.StartUp(); _n = 1; }", "Direct")]
    [InlineData("protected override void StartUp() => Create<Box>();", "Queued")]
    public void What_StartUp_does_counts(string startUp, string lane) => Assert.Equal(lane, Lane("", startUp));

    [Theory]
    [InlineData("[Enter(nameof(Deep))]")]
    [InlineData("[Exit(nameof(Deep))]")]
    [InlineData("[After(10, nameof(Deep))]")]
    [InlineData("[After(10, When = nameof(DeepGuard))]")]
    [InlineData("[After(nameof(DeepDelay))]")]
    [InlineData("[After(nameof(DeepDelayMethod))]")]
    [InlineData("[On<EvA>(When = nameof(DeepGuard))]")]
    public void Everything_that_the_table_names_counts(string row) => Assert.Equal("Queued", Lane("", row: row));

    [Theory]
    [InlineData("[After(nameof(Length))]")]
    [InlineData("[After(nameof(LengthProperty))]")]
    [InlineData("[After(nameof(LengthMethod))]")]
    [InlineData("[After(nameof(LengthParameter))]")]
    public void A_delay_that_is_only_kept_leads_nowhere(string row) => Assert.Equal("Direct", Lane("", row: row));

    private static string Lane(string body, string member = "", string row = "")
    {
        var source = Around + $$"""

            [GClass, Input<EvA>, Output<EvOut>]
            public sealed partial class Box : GObj
            {
                private int _n;
                private string _text = "";
                private int[] _array = [1];
                private string[] _texts = ["a"];
                private List<int> _list = [];
                private Dictionary<int, string> _map = [];
                private Dictionary<int, string> _given = Given();
                private static Dictionary<int, string> Given() => [];
                private IEnumerable<int> _items = [];
                private Action _action = () => { };
                private Foreign _foreign = null!;
                private IForeign _interface = null!;
                private Custom _custom = null!;
                private Plain _plain;
                private Talker _talker;
                private EventLike _span;
                private EvSetTimer _set;
                private (int Number, string Text) _tuple;
                private DateTimeOffset _when;
                public readonly record struct EventLike(int Count, string Text);
                public event Action? Happened;

                enum State { [On<EvA>(nameof(Ac))] {{row}} S0, S1 }

                public int Auto { get; set; }
                public int Computed { get => _n; set => Happened?.Invoke(); }
                [Parameter] public partial int Limit { get; set; }
                [Parameter(Coerce = nameof(Cook))] public partial int Cooked { get; set; }
                [Parameter] public partial TimeSpan LengthParameter { get; set; }
                private static int Cook(int n) => n + 1;
                private TimeSpan Length = TimeSpan.Zero;
                private TimeSpan LengthProperty { get; set; }
                private TimeSpan LengthMethod() => Length;
                private TimeSpan DeepDelay { get { Deep(); return Length; } }
                private TimeSpan DeepDelayMethod() { Deep(); return Length; }
                private bool DeepGuard() { Deep(); return true; }
                private void Deep() => Deeper();
                private void Deeper() => _action();
                private static int Compare(int a, int b) => a - b;
                private void Helper(int n) { if (n > 0) { Helper(n - 1); } else { _n = n; } }
                private void Ac(in EvA e) { {{body}} }
                {{member}}
            }
            """;
        return Lanes.Of(body == "Unknown();" ? GeneratorRun.OfBroken(source) : GeneratorRun.Of(source));
    }
}
