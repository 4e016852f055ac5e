using System.Text.Json.Serialization;

namespace FsmKit.Testing.Tests.Recordings;

public readonly record struct EvCoin(int Cents);

public readonly record struct EvCheck(string Card);

public readonly record struct EvApproved(int Cents);

public readonly record struct EvDeclined;

public readonly record struct EvBlink(int Times);

public readonly record struct EvReset;

public readonly record struct EvShow(string Text);

public readonly record struct EvRefresh;

/// <summary>An event that has no JSON, because of its delegate.</summary>
public readonly record struct EvCall(Action Back);

[JsonSerializable(typeof(EvCoin)), JsonSerializable(typeof(EvCheck)), JsonSerializable(typeof(EvApproved))]
[JsonSerializable(typeof(EvBlink)), JsonSerializable(typeof(EvShow)), JsonSerializable(typeof(List<string>))]
internal sealed partial class TillJson : JsonSerializerContext;
