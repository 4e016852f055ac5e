namespace FsmKit.Tests;

public readonly record struct EvPing(int Number);

public readonly record struct EvPong(int Number);

public readonly ref struct EvBytes(ReadOnlySpan<byte> data)
{
    public ReadOnlySpan<byte> Data { get; } = data;
}

/// <summary>Notes its events, and does as the test says.</summary>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvPing>, Input<EvPong>, Input<EvBytes>, Input<EvTimeout>]
[Output<EvPing>, Output<EvPong>, Output<EvBytes>]
public sealed partial class Probe : GObj
{
    public List<string> Got { get; } = [];

    public List<GObj?> Sources { get; } = [];

    public Action<Probe>? OnStartUp { get; set; }

    public Action<Probe>? OnGoOut { get; set; }

    public Action<Probe>? OnPing { get; set; }

    [Parameter(Description = "A number below 100.", Validate = nameof(IsSmall))]
    public partial int Size { get; set; } = 10;

    [Parameter]
    public partial string? Label { get; set; }

    private enum State : byte
    {
        [On<EvPing>(nameof(AcPing))]
        [On<EvPong>(nameof(AcPong))]
        [On<EvBytes>(nameof(AcBytes))]
        [On<EvTimeout>(nameof(AcTimeout))]
        Idle,
    }

    public void Say(int number) => Publish(new EvPing(number));

    public void SayPong(int number) => Publish(new EvPong(number));

    public void SayBytes(ReadOnlySpan<byte> data) => Publish(new EvBytes(data));

    public Outcome Tell(Probe other, int number) => Send(other, new EvPing(number));

    public Outcome Mail(Probe other, int number) => Post(other, new EvPing(number));

    /// <summary>A named timeout with <see cref="EvPong"/>.</summary>
    public void Remind(int milliseconds) => StartTimer(TimeSpan.FromMilliseconds(milliseconds), new EvPong(milliseconds));

    public bool Forget() => StopTimer<EvPong>();

    public TimeSpan? Left => TimeLeft<EvPong>();

    protected override void StartUp() => OnStartUp?.Invoke(this);

    protected override void GoOut() => OnGoOut?.Invoke(this);

    private static bool IsSmall(int value) => value < 100;

    private void AcPing(GObj? source, in EvPing e)
    {
        Got.Add($"ping {e.Number}");
        Sources.Add(source);
        OnPing?.Invoke(this);
    }

    private void AcPong(GObj? source, in EvPong e)
    {
        Got.Add($"pong {e.Number}");
        Sources.Add(source);
    }

    private void AcBytes(in EvBytes e) => Got.Add($"{e.Data.Length} bytes");

    private void AcTimeout(in EvTimeout e) => Got.Add($"timeout of {e.Timer.Name}");
}
