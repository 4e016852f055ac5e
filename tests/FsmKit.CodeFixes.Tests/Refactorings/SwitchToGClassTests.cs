using FsmKit.CodeFixes.Refactorings.Switching;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Refactorings;

/// <summary>A class that switches over its state becomes a gclass.</summary>
public sealed class SwitchToGClassTests
{
    [Fact]
    public Task States_become_a_table_methods_events_and_sections_actions() => RefactoringVerifier.VerifyAsync<SwitchToGClassRefactoring>(
        ["""
            namespace Halls;

            /// <summary>Lets in who pays.</summary>
            public class Turn[||]stile : IDisposable
            {
                private enum Position
                {
                    /// <summary>Nobody has paid.</summary>
                    Locked,

                    Unlocked,
                }

                private Position _position = Position.Unlocked;
                private int _coins;

                public bool IsLocked => _position == Position.Locked;

                /// <summary>A coin falls in.</summary>
                public void Coin(int value, string by)
                {
                    switch (_position)
                    {
                        case Position.Locked:
                            // Kept, with the name.
                            _coins += value;
                            Console.WriteLine(by);
                            _position = Position.Unlocked;
                            break;
                        default:
                            Refund(value);
                            break;
                    }
                }

                public void Push()
                {
                    switch (this._position)
                    {
                        case Position.Unlocked:
                            _position = Position.Locked;
                            break;
                    }
                }

                public void Kick(bool hard)
                {
                    switch (_position)
                    {
                        case Position.Locked:
                        {
                            if (!hard)
                            {
                                break;
                            }

                            _position = Position.Unlocked;
                            break;
                        }

                        case Position.Unlocked:
                            throw new InvalidOperationException();
                    }
                }

                public void Dispose() { }

                private void Refund(int value) => _coins -= value;
            }

            """],
        ["""
            namespace Halls;

            public readonly record struct EvCoin(int Value, string By);
            public readonly record struct EvPush;
            public readonly record struct EvKick(bool Hard);

            /// <summary>Lets in who pays.</summary>
            [GClass]
            [Input<EvCoin>, Input<EvPush>, Input<EvKick>]
            public sealed partial class Turnstile : GObj, IDisposable
            {
                private enum State
                {
                    /// <summary>Nobody has paid.</summary>
                    [On<EvCoin>(nameof(AcCoinLocked), Next = Unlocked)]
                    [Ignore<EvPush>]
                    [On<EvKick>(nameof(AcKick))]
                    Locked,

                    [Initial]
                    [On<EvCoin>(nameof(AcCoinUnlocked))]
                    [On<EvPush>(Next = Locked)]
                    [Refuse<EvKick>]
                    Unlocked,
                }

                private int _coins;

                public bool IsLocked => CurrentState == State.Locked;

                /// <summary>A coin falls in.</summary>
                public void Coin(int value, string by) => Send(this, new EvCoin(value, by));

                private void AcCoinLocked(in EvCoin e)
                {
                    // Kept, with the name.
                    _coins += e.Value;
                    Console.WriteLine(e.By);
                }

                private void AcCoinUnlocked(in EvCoin e)
                {
                    Refund(e.Value);
                }

                public void Push() => Send(this, new EvPush());

                public void Kick(bool hard) => Send(this, new EvKick(hard));

                private void AcKick(in EvKick e)
                {
                    if (!e.Hard)
                    {
                        return;
                    }

                    ChangeState(State.Unlocked);
                }

                public void Dispose() { }

                private void Refund(int value) => _coins -= value;
            }

            """]);

    [Fact]
    public Task What_is_there_already_stays() => RefactoringVerifier.VerifyAsync<SwitchToGClassRefactoring>(
        ["""
            using FsmKit;

            internal sealed partial class Lamp
            {
                internal enum State : byte { Off, On }
                private State _st[||]ate;

                internal State It => _state;

                internal void Press(int e)
                {
                    switch (_state)
                    {
                        case State.Off:
                            Func<int> twice = () => 2 * -e;
                            if (Next(-twice()) == State.On) { _state = State.On; }
                            return;
                        case State.On: _state = State.Off; break;
                    }
                }

                private State Next(int power) => power > 0 ? State.On : _state;
            }

            """],
        ["""
            using FsmKit;

            internal readonly record struct EvPress(int E);

            [GClass]
            [Input<EvPress>]
            internal sealed partial class Lamp : GObj
            {
                internal enum State : byte { [On<EvPress>(nameof(AcPress))] Off, [On<EvPress>(Next = Off)] On }

                internal State It => CurrentState;

                internal void Press(int e) => Send(this, new EvPress(e));

                private void AcPress(EvPress received)
                {
                    Func<int> twice = () => 2 * -received.E;
                    if (Next(-twice()) == State.On) { ChangeState(State.On); }
                }

                private State Next(int power) => power > 0 ? State.On : CurrentState;
            }

            """]);

    [Theory]
    [InlineData("public class C : System.IO.MemoryStream", "private enum S { A, B }", "private S _s;", "public void M()")]
    [InlineData("public abstract class C", "private enum S { A, B }", "private S _s;", "public void M()")]
    [InlineData("public class C<T>", "private enum S { A, B }", "private S _s;", "public void M()")]
    [InlineData("public class C(int n)", "private enum S { A, B }", "private S _s; int N => n;", "public void M()")]
    [InlineData("public class C", "public enum S { A, B }", "private S _s;", "public void M()")]
    [InlineData("public class C", "private enum S { A, B = A }", "private S _s;", "public void M()")]
    [InlineData("public class C", "private enum S { A, B }", "private static S _s;", "public void M()")]
    [InlineData("public class C", "private enum S { A, B }", "public S _s;", "public void M()")]
    [InlineData("public class C", "private enum S { A, B }", "private S _s; private S _t;", "public void M()")]
    [InlineData("public class C", "private enum S { A, B }", "private S _s; public string Name = \"\";", "public void M()")]
    [InlineData("public class C", "private enum S { A, B }", "private S _s; public void Reset() => _s = S.A;", "public void M()")]
    [InlineData("public class C", "private enum S { A, B }", "private S _s; public void N() => M();", "public void M()")]
    [InlineData("public class C", "private enum S { A, B }", "private S _s;", "public void M(ref int n)")]
    [InlineData("public class C", "private enum S { A, B }", "private S _s;", "public void M(Span<int> n)")]
    [InlineData("public class C", "private enum S { A, B }", "private S _s; public class D { }", "public void M(D n)")]
    [InlineData("public class C", "private enum S { A, B }", "private S _s;", "public void M<T>()")]
    [InlineData("public class C", "private enum S { A, B }", "private S _s;", "public async void M()")]
    [InlineData("public class C", "private enum S { A, B }", "private S _s;", "public virtual void M()")]
    public Task Where_it_is_not_mechanical_nothing_is_offered(string header, string states, string members, string method) => RefactoringVerifier.VerifyNoneAsync<SwitchToGClassRefactoring>(
        $"[||]{header} {{ {states} {members} {method} {{ switch (_s) {{ case S.A: _s = S.B; break; }} }} }}");

    [Theory]
    [InlineData("case S.A when n > 0: break;")]
    [InlineData("case S.A: n++; break;")]
    [InlineData("case S.A: goto case S.B; case S.B: break;")]
    [InlineData("case S.A: int x; break; case S.B: x = 1; break;")]
    [InlineData("case S.A: _s++; break;")]
    [InlineData("case S.A: (_s, n) = (S.B, 1); break;")]
    [InlineData("case S.A: Console.WriteLine(nameof(n)); break;")]
    public Task Nor_of_such_sections(string sections) => RefactoringVerifier.VerifyNoneAsync<SwitchToGClassRefactoring>(
        $"[||]public class C {{ private enum S {{ A, B }} private S _s; public void M(int n) {{ switch (_s) {{ {sections} }} }} }}");
}
