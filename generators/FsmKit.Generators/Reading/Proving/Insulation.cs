using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Generators.Reading.Proving;

/// <summary>
/// Judges whether code calls nothing that could call back. It lists all harmless kinds of expressions and statements. A kind that is not
/// listed counts as a way back, which costs a queue and never correctness.
/// </summary>
internal sealed class Insulation(Members members)
{
    /// <summary>Whether the code and all its parts are harmless. Methods of the author that it calls are judged later.</summary>
    public bool Holds(IOperation code)
    {
        var pending = new Stack<IOperation>();
        pending.Push(code);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            if (operation.Type is { TypeKind: TypeKind.Dynamic } || !Unresolved.IsUsedPlainly(operation) || !HoldsItself(operation))
            {
                return false;
            }

            // The argument of a nameof does not run.
            if (operation.Kind != OperationKind.NameOf)
            {
                foreach (var part in operation.ChildOperations)
                {
                    pending.Push(part);
                }
            }
        }

        return true;
    }

    private bool HoldsItself(IOperation operation) => operation.Kind switch
    {
        // Statements and their parts, which only order operations that are judged themselves. Missing are those that end in a call of other
        // code: try (its finally runs after the filters of the callers' catches), using, lock, await, yield.
        OperationKind.MethodBody or OperationKind.ConstructorBody or OperationKind.Block or OperationKind.ExpressionStatement or OperationKind.Empty
            or OperationKind.Return or OperationKind.Branch or OperationKind.Labeled or OperationKind.Conditional or OperationKind.Throw
            or OperationKind.Switch or OperationKind.SwitchCase or OperationKind.CaseClause or OperationKind.SwitchExpression or OperationKind.SwitchExpressionArm
            or OperationKind.VariableDeclarationGroup or OperationKind.VariableDeclaration or OperationKind.VariableDeclarator or OperationKind.VariableInitializer
            or OperationKind.FieldInitializer or OperationKind.PropertyInitializer or OperationKind.ParameterInitializer or OperationKind.LocalFunction => true,
        OperationKind.Loop => operation is IForLoopOperation or IWhileLoopOperation || (operation is IForEachLoopOperation loop && Holds(loop)),

        // Values.
        OperationKind.Literal or OperationKind.DefaultValue or OperationKind.NameOf or OperationKind.TypeOf or OperationKind.SizeOf or OperationKind.Utf8String
            or OperationKind.InstanceReference or OperationKind.LocalReference or OperationKind.ParameterReference or OperationKind.Discard or OperationKind.DeclarationExpression
            or OperationKind.Parenthesized or OperationKind.Tuple or OperationKind.InlineArrayAccess
            or OperationKind.ArrayInitializer or OperationKind.ObjectOrCollectionInitializer or OperationKind.MemberInitializer or OperationKind.Argument
            or OperationKind.ConditionalAccess or OperationKind.ConditionalAccessInstance or OperationKind.OmittedArgument => true,
        OperationKind.FieldReference => Holds((IFieldReferenceOperation)operation),
        OperationKind.ArrayElementReference => operation.Type is { } element && RuntimeTypes.IsStorable(element),
        OperationKind.ArrayCreation => operation.Type is IArrayTypeSymbol array && RuntimeTypes.IsStorable(array.ElementType),

        // A delegate that is created and not called.
        OperationKind.DelegateCreation or OperationKind.AnonymousFunction or OperationKind.MethodReference => true,

        // Calls.
        OperationKind.Invocation => operation is IInvocationOperation call && members.AreHarmless(call.TargetMethod, call.Instance, call.Arguments),
        OperationKind.ObjectCreation => operation is IObjectCreationOperation { Constructor: { } constructor } creation && members.AreHarmless(constructor, null, creation.Arguments),
        OperationKind.PropertyReference => operation is IPropertyReferenceOperation property && members.AreHarmless(property.Property, property.Instance, property.Arguments),
        OperationKind.ImplicitIndexerReference => operation is IImplicitIndexerReferenceOperation { LengthSymbol: var length, IndexerSymbol: var indexer, Instance: var instance }
            && (instance.Type is IArrayTypeSymbol || (members.AreHarmless(length, instance) && members.AreHarmless(indexer, instance))),

        // Operators and conversions.
        OperationKind.Unary => IsHarmless(((IUnaryOperation)operation).OperatorMethod),
        OperationKind.Binary => operation is IBinaryOperation binary && Holds(binary),
        OperationKind.Increment or OperationKind.Decrement => operation is IIncrementOrDecrementOperation step && Holds(step),
        OperationKind.CompoundAssignment => operation is ICompoundAssignmentOperation compound && Holds(compound),
        OperationKind.SimpleAssignment or OperationKind.CoalesceAssignment => true,
        OperationKind.Coalesce => operation is ICoalesceOperation coalesce && Conversions.Holds(coalesce.ValueConversion, IsHarmless),
        OperationKind.Conversion => operation is IConversionOperation conversion && (Unresolved.IsConverted(conversion) || Conversions.Holds(conversion, IsHarmless)),
        OperationKind.DeconstructionAssignment => operation is { Syntax: AssignmentExpressionSyntax assignment, SemanticModel: { } model } && Holds(model.GetDeconstructionInfo(assignment)),
        OperationKind.Range => true,
        OperationKind.With => operation.Type is { IsValueType: true },

        // Texts.
        OperationKind.InterpolatedString or OperationKind.InterpolatedStringText => true,
        OperationKind.Interpolation => operation is IInterpolationOperation { Expression: var text, FormatString: null } && members.HasOwnText(text),

        // Patterns.
        OperationKind.IsPattern or OperationKind.ConstantPattern or OperationKind.DiscardPattern or OperationKind.NegatedPattern or OperationKind.BinaryPattern
            or OperationKind.RelationalPattern or OperationKind.PropertySubpattern => true,
        OperationKind.IsType => operation is IIsTypeOperation type && Conversions.IsQuietTest(type.TypeOperand, type.ValueOperand.Type),
        OperationKind.TypePattern => operation is ITypePatternOperation pattern && Conversions.IsQuietTest(pattern.MatchedType, pattern.InputType),
        OperationKind.DeclarationPattern => operation is IDeclarationPatternOperation pattern && (pattern.MatchesNull || Conversions.IsQuietTest(pattern.MatchedType, pattern.InputType)),
        OperationKind.RecursivePattern => operation is IRecursivePatternOperation pattern && Holds(pattern),
        OperationKind.ListPattern => operation is IListPatternOperation pattern
            && (pattern.InputType is IArrayTypeSymbol || (members.AreHarmless(pattern.LengthSymbol, null) && members.AreHarmless(pattern.IndexerSymbol, null))),
        OperationKind.SlicePattern => operation is ISlicePatternOperation pattern && (pattern.SliceSymbol is null || pattern.InputType is IArrayTypeSymbol || members.AreHarmless(pattern.SliceSymbol, null)),

        // Collections.
        OperationKind.CollectionExpression => operation is ICollectionExpressionOperation collection && Holds(collection),
        OperationKind.Spread => operation is ISpreadOperation { Operand: var operand } spread && RuntimeMembers.Given(operand) is IArrayTypeSymbol && Conversions.Holds(spread.ElementConversion, IsHarmless),

        OperationKind.Invalid => operation is IInvalidOperation invalid && Unresolved.IsGenerated(invalid),
        _ => false,
    };

    private bool IsHarmless(IMethodSymbol? method) => method is null || members.AreHarmless(method, null);

    private bool Holds(IFieldReferenceOperation reference) =>
        !reference.Field.IsStatic || reference.Field.IsConst || members.MayBeTouched(reference.Field.ContainingType);

    /// <summary>
    /// Judges a binary operator. Adding an operand to a text calls its ToString. The operators &amp;&amp; and || of a type also call its
    /// operators true and false, which Roslyn does not show.
    /// </summary>
    private bool Holds(IBinaryOperation binary) =>
        IsHarmless(binary.OperatorMethod)
        && (binary.OperatorMethod is null || binary.OperatorKind is not (BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr))
        && (binary.Type?.SpecialType != SpecialType.System_String || (members.HasOwnText(binary.LeftOperand) && members.HasOwnText(binary.RightOperand)));

    /// <summary>
    /// Judges ++ and --. Roslyn does not show conversions to and from the operator's type, so that type must be the type of the variable.
    /// </summary>
    private bool Holds(IIncrementOrDecrementOperation step) =>
        step.OperatorMethod is { } method
            ? SymbolEqualityComparer.Default.Equals(method.ContainingType, step.Target.Type) && IsHarmless(method)
            : step.Target.Type is { } type && RuntimeTypes.HasOwnEquality(type);

    private bool Holds(ICompoundAssignmentOperation compound) =>
        IsHarmless(compound.OperatorMethod)
        && Conversions.Holds(compound.GetInConversion(), null, compound.Target.Type, IsHarmless) && Conversions.Holds(compound.GetOutConversion(), null, compound.Target.Type, IsHarmless)
        && (compound.Target.Type?.SpecialType != SpecialType.System_String || members.HasOwnText(compound.Value));

    private bool Holds(IForEachLoopOperation loop) =>
        !loop.IsAsynchronous && RuntimeMembers.Given(loop.Collection) is var collection && RuntimeTypes.IsTraversable(collection)
        && loop.Syntax is CommonForEachStatementSyntax syntax && loop.SemanticModel is { } model
        && model.GetForEachStatementInfo(syntax) is var info && (info.GetEnumeratorMethod is not { } start || RuntimeTypes.Declares(start.ContainingType))
        && Conversions.Holds(info.CurrentConversion, null, info.ElementType, IsHarmless)
        && Conversions.Holds(info.ElementConversion, info.ElementType, loop.LoopControlVariable is IVariableDeclaratorOperation variable ? variable.Symbol.Type : info.ElementType, IsHarmless)
        && (syntax is not ForEachVariableStatementSyntax several || Holds(model.GetDeconstructionInfo(several)));

    private bool Holds(DeconstructionInfo deconstruction) =>
        IsHarmless(deconstruction.Method) && (deconstruction.Conversion is not { } conversion || conversion.IsIdentity || conversion.MethodSymbol is { } method && IsHarmless(method) || conversion.IsNumeric)
        && deconstruction.Nested.All(Holds);

    private bool Holds(IRecursivePatternOperation pattern) =>
        Conversions.IsQuietTest(pattern.MatchedType, pattern.InputType)
        && (pattern.DeconstructionSubpatterns.IsEmpty || pattern.MatchedType.IsTupleType || (pattern.DeconstructSymbol is IMethodSymbol method && IsHarmless(method)));

    private static bool Holds(ICollectionExpressionOperation collection) => collection.Type switch
    {
        IArrayTypeSymbol array => RuntimeTypes.IsStorable(array.ElementType),
        INamedTypeSymbol type when RuntimeTypes.Declares(type) => RuntimeTypes.Name(type.OriginalDefinition) switch
        {
            "System.Span`1" or "System.ReadOnlySpan`1" or "System.Collections.Generic.List`1" => RuntimeTypes.IsStorable(type.TypeArguments[0]),
            "System.Collections.Generic.Dictionary`2" or "System.Collections.Generic.HashSet`1" or "System.Collections.Generic.Queue`1" or "System.Collections.Generic.Stack`1" => collection.Elements.IsEmpty,
            _ => false,
        },
        _ => false,
    };
}
