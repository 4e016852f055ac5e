using System.Text;

namespace FsmKit.Net.Tests.Examples;

/// <summary>Members that the guide's example leaves out.</summary>
public sealed partial class Reporter
{
    public string Answer { get; private set; } = "";

    private void Use(ReadOnlySpan<byte> answer) => Answer += Encoding.UTF8.GetString(answer);
}

public readonly record struct EvTick(byte[] Report);
