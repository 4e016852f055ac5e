namespace FsmKit.Tests;

/// <content>The gclass that asks for the timeouts.</content>
public sealed partial class NamedTimerTests
{
    [GClass, Input<EvRetry>, Input<EvGiveUp>, Input<EvDo>]
    public sealed partial class Line : GObj
    {
        public List<string> Got { get; } = [];

        public GObj? Source { get; private set; }

        public Action<Line>? OnRetry { get; set; }

        public Action<Line>? OnDo { get; set; }

        public TimeSpan? Left => TimeLeft<EvRetry>();

        private enum State : byte
        {
            [On<EvRetry>(nameof(AcRetry)), On<EvGiveUp>(nameof(AcGiveUp)), On<EvDo>(nameof(AcDo))]
            Idle,
        }

        public void Start(int due, int number) => StartTimer(TimeSpan.FromMilliseconds(due), new EvRetry(number));

        public void Start(int due, int period, int number) =>
            StartTimer(TimeSpan.FromMilliseconds(due), TimeSpan.FromMilliseconds(period), new EvRetry(number));

        public void StartLongest() => StartTimer(TimeSpan.MaxValue, new EvRetry(0));

        public bool Stop() => StopTimer<EvRetry>();

        public void StartGivingUp(int due, string why) => StartTimer(TimeSpan.FromMilliseconds(due), new EvGiveUp(why));

        public bool StopGivingUp() => StopTimer<EvGiveUp>();

#pragma warning disable FSM0030 // That is what is tested.
        public void StartForeign() => StartTimer(TimeSpan.Zero, new EvForeign());

        public bool StopForeign() => StopTimer<EvForeign>();
#pragma warning restore FSM0030

        public void Do() => this.Send(new EvDo());

        public void PostDo() => Post(this, new EvDo());

        private void AcRetry(GObj? source, in EvRetry e)
        {
            Source = source;
            Got.Add($"retry {e.Number}");
            OnRetry?.Invoke(this);
        }

        private void AcGiveUp(in EvGiveUp e) => Got.Add($"give up: {e.Why}");

        private void AcDo()
        {
            Got.Add("do");
            OnDo?.Invoke(this);
        }
    }
}
