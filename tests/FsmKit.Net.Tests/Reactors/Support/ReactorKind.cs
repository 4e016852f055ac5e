namespace FsmKit.Net.Tests;

/// <summary>The reactors that keep the same promises.</summary>
public enum ReactorKind
{
    Epoll,
    Portable,
    Memory,
}
