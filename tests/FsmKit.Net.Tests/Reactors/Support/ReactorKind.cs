namespace FsmKit.Net.Tests;

/// <summary>The two reactors that keep the same promises.</summary>
public enum ReactorKind
{
    Epoll,
    Portable,
}
