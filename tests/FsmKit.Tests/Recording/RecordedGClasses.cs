using System.Text.Json.Serialization;

namespace FsmKit.Tests.Recordings;

public readonly record struct EvPut(int Number);

public readonly record struct EvTick;

/// <summary>An event that has no JSON, because of its delegate.</summary>
public readonly record struct EvCall(Action Back);

public readonly ref struct EvBytes(ReadOnlySpan<byte> bytes)
{
    public int Length { get; } = bytes.Length;
}

[JsonSerializable(typeof(EvPut))]
internal sealed partial class RecordedJson : JsonSerializerContext;

/// <summary>Counts its content; its child hears of each change.</summary>
[GClass(Version = 1, Json = typeof(RecordedJson))]
[Input<EvPut>, Input<EvTick>, Input<EvCall>, Input<EvBytes>]
internal sealed partial class Basket : GObj
{
    [Kept] public int Count { get; private set; }

    /// <summary>A member that no snapshot takes while it is not null.</summary>
    [Kept] public double Weight { get; set; }

    public Action? Does { get; set; }

    public Tag? Tag { get; private set; }

    private enum State : byte
    {
        [On<EvPut>(nameof(AcPut), Next = Full), Ignore<EvTick>, Ignore<EvCall>, Ignore<EvBytes>] Empty,
        [On<EvPut>(nameof(AcPut)), On<EvTick>(Next = Empty), After(500, Next = Empty), Ignore<EvCall>, Ignore<EvBytes>] Full,
    }

    public void Wait(int milliseconds) => StartTimer(TimeSpan.FromMilliseconds(milliseconds), new EvTick());

    protected override void StartUp() => Tag = Create<Tag>("tag");

    private void AcPut(in EvPut e)
    {
        Count += e.Number;
        Send(Tag!, new EvTick());
        Post(Tag!, new EvTick());
        Does?.Invoke();
    }
}

/// <summary>Has no version, so that it is in no snapshot.</summary>
[GClass, Input<EvTick>, Input<EvPut>]
internal sealed partial class Tag : GObj
{
    private enum State : byte
    {
        [On<EvTick>(Next = Odd), Ignore<EvPut>] Even,
        [On<EvTick>(Next = Even), Ignore<EvPut>] Odd,
    }
}
